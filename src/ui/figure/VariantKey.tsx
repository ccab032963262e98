/** A short piece of a variant's line with its marker: the key in front of its name. */
import { markerPath, type VariantStyle } from './variantStyle.ts'

export const VariantKey = ({ style }: { style: VariantStyle }) => (
  <svg className="key" viewBox="0 0 20 10" width="20" height="10" aria-hidden="true">
    <path className="key-line" d="M0 5H20" />
    <path className="key-mark" d={markerPath(style.marker, 3.6)} transform="translate(10 5)" />
  </svg>
)
