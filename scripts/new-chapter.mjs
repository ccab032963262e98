/**
 * `npm run new:chapter <slug> <figure>`: writes a chapter about a figure that `npm run new:figure` has made, to be changed
 * into yours. Node built-ins only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { namesAsked, refuse, root, scaffold } from './new/scaffold.mjs'

const [slug, figure] = namesAsked('npm run new:chapter circles circle-units', 2)
if (!existsSync(path.join(root, 'src/widgets', figure)))
  refuse(`There is no src/widgets/${figure}. Make it first: npm run new:figure ${figure}`)

const folder = path.join(root, 'content/en')
const orders = readdirSync(folder)
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => Number(/^order: (\d+)$/m.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1]))

scaffold(
  'chapter',
  {
    'chapter.mdx': `content/en/${slug}.mdx`,
    'arithmetic.quick.test.ts': `tests/claims/arithmetic/${slug}.quick.test.ts`,
  },
  {
    slug,
    figure,
    title: slug.replace(/^\w/, (letter) => letter.toUpperCase()).replaceAll('-', ' '),
    order: String(Math.max(...orders) + 1),
    today: new Date().toISOString().slice(0, 10),
  },
)
console.log('docs/add-a-chapter.md says how to go on.')
