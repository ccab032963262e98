/** Shown by hosts for addresses that lead nowhere, and by the service worker when there is no connection. */
import { BarePage } from '../shell/BarePage.tsx'

export function NotFoundPage() {
  return (
    <BarePage title="No such page">
      <p>Nothing of this book stands at this address.</p>
    </BarePage>
  )
}
