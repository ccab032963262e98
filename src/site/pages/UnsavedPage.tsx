/** Shown by the service worker for a page of the book that is not on this device while there is no connection. */
import { BarePage } from '../shell/BarePage.tsx'

export function UnsavedPage() {
  return (
    <BarePage title="Not on this device">
      <p>
        There is no connection, and this page of the book is not saved here. Reload it when you are online.
        “Save for offline”, at the foot of the first page, saves the whole book.
      </p>
    </BarePage>
  )
}
