/** What slides say in large type. */
import { readdirSync, readFileSync } from 'node:fs'

const folder = 'content/en/lectures'

const attribute = (name: string, of: string) => new RegExp(`^ {2}${name}="(.*)"$`, 'm').exec(of)?.[1]

/** Every key line of the decks, as written, with the figure of its slide. */
export const keyLines = () =>
  readdirSync(folder).flatMap((file) =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .split('<Slide')
      .slice(1)
      .flatMap((slide) => {
        const [figure = '', key] = [attribute('figure', slide), attribute('key', slide)]
        return key === undefined ? [] : [{ chapter: file.replace(/\.mdx$/, ''), figure, key }]
      }),
  )
