/** Every style of the site; the build makes one file of them. */
import 'katex/dist/katex.min.css'
import '../styles/site.css'
