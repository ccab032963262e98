/**
 * One metric over the clock. Recharts draws the frame on fixed axes and renders again only when these or the size
 * change; the lines are a StreamLayer. Dragging moves the epoch line of the whole figure.
 */
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { CartesianGrid, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { Clock, Metric } from '../../lab/setup.ts'
import { useFigure, useRunValue } from '../figure/FigureContext.ts'
import { useSize } from '../figure/useSize.ts'
import { formatTick } from '../format.ts'
import { axisName, axisOf, axisWords, clockTicks, metricOf, valueTicks, type Axis } from './axes.ts'
import { labelMargin, lineWidth, widestValues } from './labels.ts'
import { BeforeFork } from './BeforeFork.tsx'
import { EpochHandle } from './EpochHandle.tsx'
import { StreamLayer, type PlotScales } from './StreamLayer.tsx'
import { useFittedAxis } from './useFittedAxis.ts'
import { usePlotLabel } from './usePlotLabel.ts'
import { useScrub } from './useScrub.ts'

export interface LinePlotProps {
  /** A metric of the setup. */
  metric: string
  /** `tall` has the clock's axis, the flag and the handle; `short` stands below one that has. */
  size?: 'tall' | 'short'
  /** A value to watch for, named on the empty axis: { at: 0.1, label: '0.1: solved' }; `below` where lines run above it. */
  threshold?: { at: number; label: string; below?: boolean }
  /** As on a slide: the clock by its name alone, and room for labels of two lines. */
  plain?: boolean
}

export function LinePlot({ metric, size = 'tall', threshold, plain }: LinePlotProps) {
  const { run, styles, linear } = useFigure()
  const description = metricOf(run.setup, metric)
  const config = useRunValue(run, (state) => state.config)
  const clock = run.setup.clock(config)
  const axis = useFittedAxis(run, metric, axisOf(description, linear))
  const box = useRef<HTMLDivElement>(null)
  const measured = useSize(box)
  const [scales, setScales] = useState<PlotScales | null>(null)
  const scrub = useScrub(run, clock, scales)
  usePlotLabel(box, metric)
  const names = [...styles.values()].map(({ label }) => label)
  const steps = run.setup.steps(config)
  // All plots of a figure leave the same margin, so that their clocks are in line.
  const values = Object.values(run.setup.metrics).flatMap(widestValues)
  return (
    <div className="plot" data-size={size} data-metric={metric} {...scrub}>
      <div className="plot-name">
        <span>{axisName(description, axis)}</span>
        {size === 'tall' ? <BeforeFork clock={clock} /> : null}
      </div>
      <div className="plot-stage">
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is an SVG that Recharts makes */}
        <div className="plot-box" ref={box} role="img" aria-label={axisName(description, axis)}>
          {measured ? (
            <Frame
              width={measured.width}
              height={measured.height}
              metric={metric}
              description={description}
              scale={axis.scale}
              low={axis.domain[0]}
              high={axis.domain[1]}
              clockName={clock.name}
              clockLabel={plain ? clock.name : clock.label}
              start={clock.start}
              end={clock.end}
              tall={size === 'tall'}
              margin={
                plain
                  ? Math.round(lineWidth([...names, '0.0123'], []) + 16)
                  : labelMargin(names, values, measured.width)
              }
              whole={steps === Math.abs(clock.end - clock.start)}
              thresholdAt={threshold?.at}
              thresholdLabel={threshold?.label}
              thresholdBelow={threshold?.below ?? false}
              onScales={setScales}
            />
          ) : null}
        </div>
        {size === 'tall' && scales ? <EpochHandle scales={scales} clock={clock} /> : null}
      </div>
    </div>
  )
}

interface FrameProps {
  width: number
  height: number
  metric: string
  description: Metric
  scale: Axis['scale']
  low: number
  high: number
  clockName: string
  clockLabel: string
  start: number
  end: number
  /** The clock goes up one a step. */
  whole: boolean
  tall: boolean
  margin: number
  thresholdAt: number | undefined
  thresholdLabel: string | undefined
  thresholdBelow: boolean
  onScales: (scales: PlotScales) => void
}

const tickStyle = { fill: 'var(--ink-3)', fontSize: 'var(--fig-tick)' }

/** Plain values only, so that `memo` keeps Recharts still while training runs. */
const Frame = memo(function Frame(props: FrameProps) {
  const { width, height, description, scale, low, high, start, end, tall, margin, thresholdAt } = props
  const clock: Clock = { name: props.clockName, label: props.clockLabel, start, end }
  const axis: Axis = { scale, domain: [low, high] }
  const threshold =
    thresholdAt !== undefined && thresholdAt > low && thresholdAt < high
      ? { at: thresholdAt, label: props.thresholdLabel ?? '', below: props.thresholdBelow }
      : undefined
  const bottom = tall ? 38 : 8
  const plotHeight = height - bottom - (tall ? 30 : 8)
  // Recharts places nothing on an axis without data: the ends of the clock are all it needs.
  const ends = useMemo(() => [{ at: start }, { at: end }], [start, end])
  const format = useCallback((value: number) => formatTick(value, description.format), [description.format])
  return (
    <LineChart
      width={width}
      height={height}
      data={ends}
      margin={{ top: tall ? 30 : 8, right: margin, bottom: tall ? 6 : 8, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} syncWithTicks stroke="var(--grid)" />
      <XAxis
        dataKey="at"
        type="number"
        hide={!tall}
        domain={[Math.min(start, end), Math.max(start, end)]}
        reversed={start > end}
        ticks={clockTicks(clock, width - margin - 48, props.whole)}
        interval={0}
        allowDataOverflow
        height={32}
        tick={tickStyle}
        tickSize={5}
        tickMargin={4}
        stroke="var(--plot-axis)"
        tickFormatter={formatClockTick}
        label={{
          value: axisWords(clock, width - 48),
          position: 'insideBottomLeft',
          offset: -4,
          fill: 'var(--ink-3)',
        }}
      />
      <YAxis
        type="number"
        scale={scale}
        domain={[low, high]}
        ticks={valueTicks(description, axis, plotHeight)}
        interval={0}
        allowDataOverflow
        width={48}
        tick={tickStyle}
        tickLine={false}
        axisLine={false}
        tickFormatter={format}
      />
      {threshold ? (
        <ReferenceLine
          y={threshold.at}
          stroke="var(--ink)"
          strokeWidth={1.4}
          strokeDasharray="4 4"
          label={{
            value: threshold.label,
            position: threshold.below ? 'insideTopRight' : 'insideBottomRight',
            fill: 'var(--ink)',
            fontWeight: 560,
          }}
        />
      ) : null}
      <StreamLayer
        metric={props.metric}
        clock={clock}
        domain={axis.domain}
        flag={tall}
        width={width}
        threshold={threshold}
        onScales={props.onScales}
      />
    </LineChart>
  )
})

const formatClockTick = (value: number) => formatTick(value)
