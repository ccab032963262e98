/** Figure: digits that are moved by a few pixels, read by networks with pooling and without. The reader drags one. */
import { useState } from 'react'
import {
  formatSetting,
  LinePlot,
  LiveFigure,
  Panel,
  TimePlots,
  VariantColumns,
  WidePanel,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { mostImages, reach, testImages } from './config.ts'
import { Draggable } from './Draggable.tsx'
import { ErrorByShift } from './ErrorByShift.tsx'
import { answer, near, readout } from './facts.ts'
import type { Move } from './moved.ts'
import { Places } from './Places.tsx'

const question: Question = {
  ask: 'Before you run it: the test images are moved by one pixel. What happens to the test error of the network with max pooling?',
  context:
    'Four networks learn the same 100 digits, which are never moved. They are tried on test images as they are, and on the same images moved right, down, left or up.',
  options: [
    { id: 'same', label: 'It stays', note: `within ${100 * near} points` },
    { id: 'less', label: 'It rises', note: 'but less than without pooling' },
    { id: 'more', label: 'It rises as much', note: 'as without pooling, or more' },
  ],
  answer,
}

export default function DragTheDigit(props: FigureProps) {
  const run = useRun('drag-the-digit', setup)
  const [shown, setShown] = useState(0)
  const [move, setMove] = useState<Move>([0, 0])
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="drag-the-digit"
      code={() => import('./code.ts')}
      title="Drag the digit"
      subtitle={({ images, moved, learningRate }) =>
        `Two convolutions of 3 × 3 with 8 and 16 filters and ReLU, then one dense layer. ${images} images of 12 × 12, ${moved === '0' ? 'never moved' : 'moved by at most one pixel'}. Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The error is the share of {testImages} test images that are read wrongly: as they are, or each moved
          by so many whole pixels right, down, left or up, all four equally often. What moves in is paper,
          what moves out is lost. Lines are the median of the seeds, bands run from the least to the greatest;
          the wide plot shows the epoch line&rsquo;s moment. Below it the first seed: drag the digit, or press
          arrow keys on it. The squares are all places within {reach} pixels, the middle one where the digit
          was. Dark is a high probability of the right digit, a cross another digit, the frame where the digit
          lies now.
        </>
      }
      paper={
        <>
          Zhang measured how often large networks for photographs change their answer when an image is moved
          by a pixel or more, and smoothed what enters each stride to make that rarer. Here a small network
          learns a hundred digits, and nothing is smoothed but by average pooling.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="error1" />
        <LinePlot metric="error0" size="short" />
      </TimePlots>
      <VariantColumns>
        <WidePanel title="Test error by shift" aside="at the epoch line" height={220}>
          <ErrorByShift />
        </WidePanel>
        <Draggable shown={shown} onShow={setShown} move={move} onMove={setMove} />
        <Panel title="Where it is read rightly" aside={`${reach} pixels each way`} height={128}>
          {(variant) => <Places variant={variant} shown={shown} move={move} onMove={setMove} />}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
