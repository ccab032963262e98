/** What a file `pages/<Name>Page.tsx` exports as `pages`: every page that it makes. */
import type { ReactElement } from 'react'
import type { Assets } from '../shell/Document.tsx'

export interface Page {
  /** From the root of the site, without the first slash: "", "en/activations/". */
  path: string
  render: (assets: Assets) => ReactElement
}
