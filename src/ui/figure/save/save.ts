/** Saves a figure as the reader asked. Loaded then. Client only. */
import { download } from '../../download.ts'
import type { MenuFigure } from '../menu/menuItem.ts'
import { csvOf } from './csv.ts'
import { fileName, type Ending } from './fileName.ts'
import { drawFigure } from './plot.ts'
import { pngOf } from './png.ts'

/** @throws a sentence that says why there is no file. */
export async function save(figure: MenuFigure, ending: Ending): Promise<void> {
  const name = fileName(figure, ending)
  if (ending === 'csv') download(name, new Blob([csvOf(figure.run)], { type: 'text/csv' }))
  else {
    const picture = await drawFigure(figure)
    download(
      name,
      ending === 'png' ? await pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' }),
    )
  }
  figure.say(`Saved as ${name}`, { ms: 6000 })
}
