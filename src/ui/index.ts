/** What widgets and explorers build figures from. */
export { LiveFigure, type FigureProps } from './figure/LiveFigure.tsx'
export { useFigure, useRunState, useRunValue } from './figure/FigureContext.ts'
export { variantOptions, type Question } from './figure/question.ts'
export {
  clockText,
  firstEpoch,
  firstVariant,
  isOver,
  labelOf,
  medianAt,
  seedsThat,
  shareText,
} from './figure/facts.ts'
export { capital, formatNumber, formatPercent, formatSetting, formatValue, list } from './format.ts'
export { TimePlots } from './plot/TimePlots.tsx'
export { LinePlot, type LinePlotProps } from './plot/LinePlot.tsx'
export { Panel, VariantColumns, WidePanel } from './panels/VariantColumns.tsx'
export { ClassLegend, RampLegend } from './panels/legends.tsx'
export { DecisionBoundary } from './panels/DecisionBoundary.tsx'
export { Histograms } from './panels/Histograms.tsx'
export { Heatmap } from './panels/Heatmap.tsx'
export { Bars } from './panels/Bars.tsx'
export { Bowl } from './panels/Bowl.tsx'
export { Curves } from './panels/Curves.tsx'
export { Fit } from './panels/Fit.tsx'
export { OwnDigits, type OwnDigitsProps } from './digits/OwnDigits.tsx'
