/** `npm run new:figure <name>`: writes the files of a figure that trains, to be changed into yours. Node built-ins only. */
import { namesAsked, scaffold } from './new/scaffold.mjs'

const [name] = namesAsked('npm run new:figure circle-units', 1)
const own = ['config.ts', 'train.ts', 'index.tsx', 'code.ts', 'train.test.ts', 'README.md']
scaffold(
  'figure',
  {
    ...Object.fromEntries(own.map((file) => [file, `src/widgets/${name}/${file}`])),
    'claim.quick.test.ts': `tests/claims/${name}.quick.test.ts`,
  },
  { name, Component: name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()) },
)
console.log('docs/add-a-figure.md says how to go on.')
