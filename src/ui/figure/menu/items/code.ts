import type { Items, MenuFigure } from '../menuItem.ts'

/** The panel and what the widget says of its experiment. */
const load = (figure: MenuFigure, code: NonNullable<MenuFigure['code']>) => async () => {
  const [{ codePanel }, { default: source }] = await Promise.all([import('../../code/codePanel.tsx'), code()])
  return codePanel(source, figure)
}

/** Of figures whose experiment can be written down; the others do not train. */
export const code: Items = (figure) =>
  figure.code
    ? [
        {
          icon: 'code',
          words: figure.parts.has('code') ? 'Hide the code' : 'Copy as code',
          act: () =>
            figure.parts.toggle(
              'code',
              load(figure, figure.code!),
              'The code could not be loaded. Choose “Copy as code” to try again.',
            ),
        },
      ]
    : []
