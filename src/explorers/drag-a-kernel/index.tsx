/** Explorer: a window that the reader drags over a digit, nine products, their sum, and the map of all sums. No training. */
import { useMemo, useState, type MouseEvent } from 'react'
import { toggle } from '../../lab/config.ts'
import { Segments, ToggleControl } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { FilterFields } from './FilterFields.tsx'
import { kernels, nameOf } from './kernels.ts'
import { PixelGrid, type Cell } from './PixelGrid.tsx'
import { Products } from './Products.tsx'
import {
  drawings,
  kernelSize,
  mapSize,
  pixelsAt,
  relu,
  size,
  slide,
  turned,
  type Kernel,
  type Place,
} from './slide.ts'
import {
  evenWords,
  flipWords,
  mapWords,
  number,
  placeWords,
  resultWords,
  sizeWords,
  windowWords,
} from './wording.ts'
import { WindowBox } from './WindowBox.tsx'

const strides = [
  { id: '1', words: '1' },
  { id: '2', words: '2' },
] as const
const digitChoices = Array.from({ length: 10 }, (_, digit) => ({ id: String(digit), words: String(digit) }))
const reluField = toggle({ label: 'ReLU on the map', default: false })
const flipField = toggle({ label: 'Flip the filter', default: false })

/** Digits that lie inside the image. */
const seed = 9
const start: Place = { row: 3, column: 4 }
const indexOf = ({ row, column }: Place, stride: number) => row * mapSize(stride) + column
const everywhere = (stride: number) =>
  new Set(Array.from({ length: mapSize(stride) ** 2 }, (_, i) => i)) as ReadonlySet<number>
/** As if the window had come line by line from the upper left corner. */
const onTheWay = (place: Place, stride: number) =>
  new Set([...everywhere(stride)].filter((i) => i <= indexOf(place, stride))) as ReadonlySet<number>

/** Which of `side` cells lies at a share of the whole. */
const cellAt = (share: number, side: number) => Math.max(0, Math.min(side - 1, Math.floor(share * side)))

export default function DragAKernel({ id, number: figureNumber }: FigureProps) {
  const [digit, setDigit] = useState(4)
  const [kernel, setKernel] = useState<Kernel>(kernels[0]!.weights)
  const [stride, setStride] = useState(1)
  const [withRelu, setWithRelu] = useState(reluField.default)
  const [flipped, setFlipped] = useState(flipField.default)
  const [place, setPlace] = useState(start)
  const [seen, setSeen] = useState(() => onTheWay(start, 1))
  const all = useMemo(() => drawings(seed), [])
  const image = all[digit]!
  const used = flipped ? turned(kernel) : kernel
  const sums = useMemo(() => slide(image, used, stride), [image, used, stride])
  const values = withRelu ? sums.map(relu) : sums
  const largest = Math.max(1e-9, ...sums.map(Math.abs))
  const side = mapSize(stride)
  const here = indexOf(place, stride)
  const pixels = pixelsAt(image, place, stride)
  const chosen = nameOf(kernel)?.id
  const titleId = `${id ?? 'drag-a-kernel'}-title`

  const go = (next: Place) => {
    setPlace(next)
    setSeen((before) => new Set([...before, indexOf(next, stride)]))
  }
  /** A map that was full stays full; otherwise it begins with the place nearest to where the window was. */
  const changeStride = (next: number) => {
    const last = mapSize(next) - 1
    const moved = {
      row: Math.min(last, Math.round((place.row * stride) / next)),
      column: Math.min(last, Math.round((place.column * stride) / next)),
    }
    setStride(next)
    setPlace(moved)
    setSeen(seen.size === side * side ? everywhere(next) : onTheWay(moved, next))
  }
  const pick = (event: MouseEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    go({
      row: cellAt((event.clientY - top) / height, side),
      column: cellAt((event.clientX - left) / width, side),
    })
  }
  const cells = values.map((value, i): Cell =>
    seen.has(i)
      ? { look: value < 0 ? 'negative' : 'positive', share: Math.abs(value) / largest }
      : { look: 'unseen', share: 0 },
  )
  return (
    <figure className="fig explorer drag-a-kernel" data-explorer="drag-a-kernel" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} One filter, slid
            over a digit
          </p>
          <p className="fig-subtitle">
            Drag the window over the image, or move it with the arrow keys. Choose a filter, or write one.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">Filter</legend>
        {kernels.map((each) => (
          <label key={each.id} className={each.id === chosen ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name={`${titleId}-filter`}
              checked={each.id === chosen}
              onChange={() => setKernel(each.weights)}
            />
            {each.words}
          </label>
        ))}
      </fieldset>
      <div className="kernel-row">
        <div className="kernel-image">
          <p className="plot-name">
            Image, {size} × {size}
          </p>
          <WindowBox
            image={image}
            stride={stride}
            place={place}
            onMove={go}
            label={`The image of a drawn ${digit}, ${size} by ${size} pixels. The window holds ${windowWords(place, stride)}.`}
          />
        </div>
        <div className="kernel-middle">
          <p className="plot-name">
            Filter, {kernelSize} × {kernelSize}
          </p>
          <FilterFields kernel={kernel} onChange={setKernel} />
          <p className="plot-name">{flipped ? 'Window × flipped filter' : 'Window × filter'}</p>
          <Products pixels={pixels} kernel={used} />
        </div>
        <div className="kernel-map">
          <p className="plot-name">
            Feature map, {side} × {side}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- a short way for the pointer; keys move the window */}
          <div className="map-box" onClick={pick}>
            <PixelGrid side={side} cells={cells} label={mapWords(seen.size, stride, place, values[here]!)}>
              <rect className="here mark" x={place.column} y={place.row} width="1" height="1" />
              <rect className="here" x={place.column} y={place.row} width="1" height="1" />
            </PixelGrid>
          </div>
        </div>
      </div>
      <p className="kernel-sum">
        <span>Sum at {placeWords(place)}</span>
        <span className="explorer-words" role="status">
          {resultWords(pixels, used, withRelu)}
        </span>
      </p>
      <div className="kernel-foot">
        <div className="explorer-controls kernel-actions">
          <button type="button" className="btn line" onClick={() => setSeen(everywhere(stride))}>
            Fill the rest
          </button>
          <button type="button" className="btn quiet" onClick={() => setSeen(new Set([here]))}>
            Empty the map
          </button>
        </div>
        <p className="kernel-key">
          <span data-off={withRelu ? '' : undefined}>
            <i className="key-negative" /> down to {number(-largest)}
          </span>
          <span>
            <i className="key-zero" /> 0
          </span>
          <span>
            <i className="key-positive" /> up to {number(largest)}
          </span>
          <span>
            <i className="key-unseen" /> not visited
          </span>
        </p>
      </div>
      <div className="explorer-controls kernel-controls">
        <div className="field">
          <span>Stride</span>
          <Segments
            label="Stride"
            options={strides}
            value={stride === 1 ? '1' : '2'}
            onChange={(value) => changeStride(Number(value))}
          />
        </div>
        <ToggleControl field={reluField} value={withRelu} onChange={setWithRelu} />
        <ToggleControl field={flipField} value={flipped} onChange={setFlipped} />
        <div className="field">
          <span>Digit</span>
          <Segments
            label="Digit"
            options={digitChoices}
            value={String(digit)}
            onChange={(value) => setDigit(Number(value))}
          />
        </div>
      </div>
      <dl className="explorer-facts">
        <div>
          <dt>Weights</dt>
          <dd>{evenWords(kernel)}</dd>
        </div>
        <div>
          <dt>Flipping</dt>
          <dd>{flipWords(kernel, flipped)}</dd>
        </div>
        <div>
          <dt>Map</dt>
          <dd>{sizeWords(stride)}</dd>
        </div>
      </dl>
      <figcaption>
        <p>
          <b>How to read it.</b> Ink is 1 and paper 0, and every pixel is rounded to tenths. Each pixel in the
          window is multiplied by the weight that lies on it, and the nine products are added up. The sum goes
          to the place of the map that is outlined; a click there brings the window back. The filter has no
          bias here, and no padding stands around the image.
        </p>
      </figcaption>
    </figure>
  )
}
