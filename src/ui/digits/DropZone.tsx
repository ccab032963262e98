/** Where a reader leaves MNIST-format files, with what became of them. Files are read on this device. */
import { useState, type DragEvent } from 'react'
import type { Images } from '../../lab/images.ts'
import type { Files } from './useFiles.ts'

const words = (n: number) => n.toLocaleString('en')

/** "60,000 images of 28 × 28 from train-images-idx3-ubyte" */
const describeImages = ({ name, original, train, test }: Images): string =>
  `${words(train.count)} images of ${original.rows} × ${original.columns} from ${name}${
    test ? `, and ${words(test.count)} more to test with` : ''
  }`

export function DropZone({ files }: { files: Files }) {
  const [over, setOver] = useState(false)
  const { images, fromSite, reading, error } = files
  const drag = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  return (
    <div className="own-files">
      <p className="own-name">Digits to learn from</p>
      <p className="own-state" role="status">
        {reading !== null
          ? `Reading ${reading}…`
          : images
            ? `${describeImages(images)}, ${fromSite ? 'which come with this site' : 'kept on this device'}.`
            : 'The book’s own digits, drawn by the page.'}
      </p>
      {error === null ? null : (
        <p className="own-error" role="alert">
          {error}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the input inside is the way without a mouse */}
      <label
        className="drop"
        data-over={over ? '' : undefined}
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={(event) => {
          drag(event)
          files.choose([...event.dataTransfer.files])
        }}
      >
        <input
          className="sr"
          type="file"
          multiple
          onChange={({ target }) => {
            if (target.files?.length) files.choose([...target.files])
            // The same files may be chosen again after they have been mended.
            target.value = ''
          }}
        />
        <span className="drop-name">Choose files, or drop them here</span>
        <span className="drop-note">
          Images and labels in MNIST’s format, plain or .gz. They stay on this device; training starts anew.
        </span>
      </label>
      <div className="own-acts">
        {images ? (
          <button type="button" className="btn line" onClick={files.book}>
            Use the book’s digits again
          </button>
        ) : null}
        {files.site && !(images && fromSite) && reading === null ? (
          <button type="button" className="btn line" onClick={files.site}>
            Use this site’s digits
          </button>
        ) : null}
      </div>
    </div>
  )
}
