/** `npm run lab -- <widget>`: see src/cli/lab.ts, and docs/lab.md for its use. */
import { loadInNode, root } from './in-node.mjs'

process.chdir(root)
const { main } = await loadInNode('src/cli/lab.ts')
process.exitCode = await main(process.argv.slice(2), { out: process.stdout, error: process.stderr })
