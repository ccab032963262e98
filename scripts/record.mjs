/** `npm run record`: see src/cli/record.ts, and docs/lab.md for its use. */
import { loadInNode, root } from './in-node.mjs'

process.chdir(root)
const { main } = await loadInNode('src/cli/record.ts')
process.exitCode = await main(process.argv.slice(2), { out: process.stdout, error: process.stderr })
