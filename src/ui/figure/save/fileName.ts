/** What a figure can be saved as. */
export type Ending = 'csv' | 'svg' | 'png'

/** The name of a file that a figure is saved as: "figure-2.4-three-sizes.csv". No DOM. */
export const fileName = (
  { number, widget }: { number: string | undefined; widget: string },
  ending: Ending,
): string => `${['figure', ...(number ? [number] : []), widget].join('-')}.${ending}`
