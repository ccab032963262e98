/** Figure: the filters and feature maps of a small convolutional network, and of its twin whose filters are random. */
import { useState } from 'react'
import {
  formatSetting,
  LinePlot,
  LiveFigure,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import { CloseUp, middle, scaledTo } from './CloseUp.tsx'
import setup, { filters, mostImages, outputs, size, testImages } from './config.ts'
import { answer, far, near, readout } from './facts.ts'
import { Handle } from './Handle.tsx'
import { across, choiceAt, choiceNear, lastNumber, numberOf, pixelAt, sideOf, type Choice } from './layout.ts'
import { keyOf, layerName, type Chosen } from './seen.ts'
import { Sheet } from './Sheet.tsx'

const question: Question = {
  ask: 'Before you run it: in one network the filters stay as they were drawn by chance, and only the last layer learns. How many more mistakes will it make on images that it has never seen?',
  context:
    'Both networks start from the same weights and see the same images in the same order. A network that guesses has nine images of ten wrong.',
  options: [
    { id: 'alike', label: 'About as many as the other', note: `within ${100 * near} points` },
    { id: 'some', label: 'Somewhat more', note: `${100 * near} to ${100 * far} points` },
    { id: 'many', label: 'Many more', note: `over ${100 * far} points, but better than a guess` },
    { id: 'guess', label: 'It can only guess' },
  ],
  answer,
}

const digits = Array.from({ length: outputs }, (_, digit) => digit)

export default function FiltersAndMaps(props: FigureProps) {
  const run = useRun('filters-and-maps', setup)
  const [chosen, setChosen] = useState<Chosen>({ layer: 0, filter: 0, digit: 3, own: null, ...middle })
  /** Counts drawings. */
  const [drawing, setDrawing] = useState(0)
  const again = keyOf(chosen, drawing)
  const { layer, filter, row, column, digit, own } = chosen
  const side = sideOf(layer)

  const choose = (next: Choice) => {
    const to = sideOf(next.layer)
    setChosen({
      ...chosen,
      ...next,
      row: scaledTo(row, side, to),
      column: scaledTo(column, side, to),
    })
  }
  const within = (at: number) => Math.max(0, Math.min(side - 1, at))
  const drawn = (image: Float32Array | null) => {
    setDrawing((count) => count + 1)
    setChosen((now) => ({
      ...now,
      own: image,
      digit: image ? 'own' : now.digit === 'own' ? 3 : now.digit,
    }))
  }
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="filters-and-maps"
      code={() => import('./code.ts')}
      title="Filters and feature maps"
      subtitle={({ images, learningRate }) =>
        `Convolutions with ${filters[0]} and ${filters[1]} filters of 3 × 3, max pooling after each, ${images} images of ${size} × ${size}, Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The test error is the share of {testImages} other images that are classified wrongly; lines are the
          median of the seeds, bands run from the least to the greatest. The pictures show the first seed at
          the moment of the epoch line, and one image: a digit from the test set, or your own drawing. In the
          upper one each filter of the first layer stands above its map, and the pooled map below it; a filter
          of the second layer has a part for each of the 8 pooled maps, shown when it is chosen. Press a map,
          or use the arrow keys, to see it large, and press one of its pixels to see how it was made. Weights
          are violet below zero and amber above; maps run from light, zero, to dark. All maps of a layer have
          one scale.
        </>
      }
      paper={
        <>
          Jarrett and colleagues found that random filters, with a rectification and pooling behind them, do
          nearly as well as learned ones on Caltech-101, which has about 30 images of each kind. Here the
          images are small digits, and there are two layers.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <fieldset className="chips" style={{ border: 0, margin: '0 0 12px', padding: 0 }}>
          <legend className="sr">The image that is looked at</legend>
          {digits.map((each) => (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={digit === each}
              onClick={() => setChosen({ ...chosen, digit: each })}
            >
              {each}
            </button>
          ))}
          <button
            type="button"
            className="chip"
            aria-pressed={digit === 'own'}
            disabled={!own}
            onClick={() => setChosen({ ...chosen, digit: 'own' })}
          >
            your drawing
          </button>
        </fieldset>
        <Panel title="Filters and maps" aside="press a map" height={300}>
          {(variant) => (
            <Handle
              label={`Map that is shown large, ${setup.variants[variant as keyof typeof setup.variants].label}`}
              at={numberOf(chosen)}
              last={lastNumber}
              words={`filter ${filter + 1} of the ${layerName(layer)}`}
              onPress={(...at) => choose(choiceNear(...at))}
              onMove={(rows, columns) => choose(choiceAt(numberOf(chosen) + across * rows + columns))}
            >
              <Sheet variant={variant} chosen={chosen} again={again} />
            </Handle>
          )}
        </Panel>
        <Panel
          title={`Filter ${filter + 1} of the ${layerName(layer)}`}
          aside="press a pixel of its map"
          height={380}
        >
          {(variant) => (
            <Handle
              label={`Pixel of the map, ${setup.variants[variant as keyof typeof setup.variants].label}`}
              at={row * side + column}
              last={side * side - 1}
              words={`row ${row + 1}, column ${column + 1}`}
              onPress={(x, y, width, height) => {
                const place = pixelAt(x, y, layer, width, height)
                if (place) setChosen({ ...chosen, ...place })
              }}
              onMove={(rows, columns) =>
                setChosen({ ...chosen, row: within(row + rows), column: within(column + columns) })
              }
            >
              <CloseUp variant={variant} chosen={chosen} again={again} />
            </Handle>
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} onImage={drawn} />
    </LiveFigure>
  )
}
