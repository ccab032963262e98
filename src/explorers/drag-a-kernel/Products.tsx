/** The nine products of the window and the filter, each where its pixel is. */
import { kernelSize, products, type Kernel } from './slide.ts'
import { number } from './wording.ts'

const rows = Array.from({ length: kernelSize }, (_, i) => i)

export function Products({ pixels, kernel }: { pixels: readonly number[]; kernel: Kernel }) {
  const values = products(pixels, kernel)
  return (
    <table className="products">
      <caption className="sr">Pixel times weight, at each of the nine places of the window</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {rows.map((column) => {
              const i = row * kernelSize + column
              return (
                <td key={column}>
                  <span>
                    {number(pixels[i]!)} × {number(kernel[i]!)}
                  </span>{' '}
                  <b>= {number(values[i]!)}</b>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
