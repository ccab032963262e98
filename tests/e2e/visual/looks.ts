/** In which forms a page is looked at. */
export interface Look {
  theme: 'light' | 'dark'
  width: number
  height: number
}

export const looks: readonly Look[] = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 390, height: 844 },
  { theme: 'dark', width: 390, height: 844 },
]
/** Colours differ by theme, and what lies where by width: `npm run test:all` takes each once. */
export const quickLooks = [looks[0]!, looks[3]!]

export const lookName = ({ theme, width }: Look) => `${theme} at ${width} px`
