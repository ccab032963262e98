/** The block of activations as SVG: drag or arrow keys turn it, a click or tap picks a number. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useSize } from '../../ui/figure/useSize.ts'
import {
  facesOf,
  farFirst,
  middleOf,
  outlineEdges,
  project,
  radiusOf,
  turned,
  type Edge,
  type Point2,
  type Turn,
} from './projection.ts'
import { isDense, placesOf, positionsOf, setOf, type Method, type Place, type Shape } from './sharing.ts'
import { channelWord } from './wording.ts'

/** Before the size is known (and on the server) the drawing is scaled from this size. */
const assumed = { width: 560, height: 420 }
/** Room around the block for the names of its axes, in px. */
const room = { sides: 10, above: 26 }
/**
 * Half the edge of a cube: those that share are large, so that shape tells them apart and not colour alone. `target` is
 * the radius of a circle as large as one of those, from any side.
 */
const halves = { pick: 0.44, shared: 0.4, other: 0.16, target: 0.6 }
/** A pointer that has moved less, in px, has picked and not turned. */
const slack = 5
const degreesPerPixel = 0.5
const degreesPerKey = 5
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Of a pixel: more digits are bytes that nobody sees. */
const tenths = (length: number) => Math.round(length * 10) / 10

const same = (a: Place, b: Place) =>
  a.example === b.example && a.channel === b.channel && a.position === b.position

export interface BlockProps {
  method: Method
  shape: Shape
  groups: number
  pick: Place
  onPick: (place: Place) => void
  turn: Turn
  onTurn: (turn: Turn) => void
  label: string
}

export function Block({ method, shape, groups, pick, onPick, turn, onTurn, label }: BlockProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box) ?? assumed
  const press = useRef<{ x: number; y: number; turn: Turn; cube: string | undefined; moved: boolean } | null>(
    null,
  )
  const scale = Math.min(width / 2 - room.sides, height / 2 - room.above) / radiusOf(shape)
  const pixel = ([x, y]: Point2): Point2 => [width / 2 + scale * x, height / 2 + scale * y]
  const faces = (half: number) =>
    facesOf(half, turn).map(({ axis, corners }) => (
      <path
        key={axis}
        className={`face-${axis}`}
        d={`M${corners.map((corner) => corner.map((length) => tenths(scale * length)).join(' ')).join('L')}Z`}
      />
    ))
  /** Where the cube of a place has its middle. */
  const at = (place: Place) => {
    const [x, y] = project(middleOf(place, shape), turn)
    return `translate(${pixel([x, y]).map(tenths).join(' ')})`
  }
  const shared = setOf(method, pick, shape, groups)
  const places = placesOf(shape)
  const indexOf = ({ example, channel, position }: Place) =>
    (example * shape.channels + channel) * positionsOf(shape) + position

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const cube = event.target instanceof Element ? event.target.closest('[data-cube]') : null
    press.current = {
      x: event.clientX,
      y: event.clientY,
      turn,
      cube: cube?.getAttribute('data-cube') ?? undefined,
      moved: false,
    }
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const from = press.current
    if (!from) return
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
    if (Math.hypot(dx, dy) >= slack) from.moved = true
    if (from.moved) onTurn(turned(from.turn, dx * degreesPerPixel, dy * degreesPerPixel))
  }
  const up = () => {
    const from = press.current
    press.current = null
    const place = from && !from.moved && from.cube !== undefined ? places[Number(from.cube)] : undefined
    if (place) onPick(place)
  }
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onTurn(turned(turn, step[0] * degreesPerKey, step[1] * degreesPerKey))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is turned by pointer and arrow keys
    <div
      className="block-box"
      ref={box}
      role="application"
      aria-label="Block of activations: arrow keys turn it, the sliders below move the picked number"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys turn it
      tabIndex={0}
      onKeyDown={key}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        press.current = null
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {farFirst(places, shape, turn).map((place) => {
          const look = same(place, pick)
            ? 'pick'
            : shared !== null && setOf(method, place, shape, groups) === shared
              ? 'shared'
              : 'other'
          return (
            <g
              key={indexOf(place)}
              className={`cube ${look}`}
              data-cube={indexOf(place)}
              transform={at(place)}
            >
              {/* a cube drawn small is as easy to hit as a large one */}
              {look === 'other' ? <circle className="target" r={tenths(scale * halves.target)} /> : null}
              {faces(halves[look])}
            </g>
          )
        })}
        {/* once more on top, as an outline: the pick is never lost behind what shares with it */}
        <g className="pick-outline" transform={at(pick)}>
          {faces(halves.pick)}
        </g>
        {outlineEdges(shape, turn)
          .filter(({ axis }) => !(axis === 1 && isDense(shape)))
          .map((edge) => (
            <EdgeName
              key={edge.axis}
              edge={edge}
              pixel={pixel}
              middle={[width / 2, height / 2]}
              width={width}
              words={axisWords(edge.axis, shape)}
            />
          ))}
      </svg>
    </div>
  )
}

/** The axis's symbol and its length: "C" and "6 channels". */
const axisWords = (axis: Edge['axis'], shape: Shape): readonly [string, string] =>
  axis === 0
    ? ['C', `${shape.channels} ${channelWord(shape)}s`]
    : axis === 1
      ? ['H × W', `${shape.height} × ${shape.width}`]
      : ['N', `${shape.examples} examples`]

/** px of a letter at the size of labels, rounded up: how far a name reaches. */
const letter = 7.2
/** px from an edge to its line, and to the nearest point of its name; half the height of a letter. */
const away = { line: 7, name: 13, rise: 6 }

/** The name of an axis beside an edge of the block, on the outer side; its symbol alone where there is no more room. */
function EdgeName({
  edge,
  pixel,
  middle,
  width,
  words,
}: {
  edge: Edge
  pixel: (point: Point2) => Point2
  middle: Point2
  width: number
  words: readonly [string, string]
}) {
  const [x1, y1] = pixel(edge.from)
  const [x2, y2] = pixel(edge.to)
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2]
  // Across the edge, away from the middle of the block.
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const across: Point2 = [(y2 - y1) / length, (x1 - x2) / length]
  const outwards = across[0] * (mx - middle[0]) + across[1] * (my - middle[1]) >= 0 ? 1 : -1
  const [nx, ny] = [across[0] * outwards, across[1] * outwards]
  const place = (text: string) => {
    const half = (text.length * letter) / 2
    const distance = away.name + Math.abs(nx) * half + Math.abs(ny) * away.rise
    const x = mx + nx * distance
    return { text, x, y: my + ny * distance + away.rise - 1, fits: x >= half && x <= width - half }
  }
  const full = place(words.join(' = '))
  const { text, x, y } = full.fits ? full : place(words[0])
  return (
    <g className="edge">
      <line
        x1={tenths(x1 + nx * away.line)}
        y1={tenths(y1 + ny * away.line)}
        x2={tenths(x2 + nx * away.line)}
        y2={tenths(y2 + ny * away.line)}
      />
      <text x={tenths(x)} y={tenths(y)} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}
