import type { Items, MenuFigure } from '../menuItem.ts'

/** The panel and what the widget says of its experiment. */
const load = (figure: MenuFigure, code: NonNullable<MenuFigure['code']>) => async () => {
  const [{ codePanel }, { default: source }] = await Promise.all([import('../../code/codePanel.tsx'), code()])
  return codePanel(source, figure)
}

/** Of figures whose experiment can be written down. */
export const code: Items = (figure) => {
  const { code: loadCode, parts } = figure
  if (!loadCode) return []
  return [
    {
      icon: 'code',
      words: parts.has('code') ? 'Hide the code' : 'Copy as code',
      act: () =>
        parts.toggle(
          'code',
          load(figure, loadCode),
          'The code could not be loaded. Choose “Copy as code” to try again.',
        ),
    },
  ]
}
