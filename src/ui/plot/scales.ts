/**
 * The scales of our axes, in place of all that Recharts would bring along to look one up by name: those of time, and
 * of colours between others, are a tenth of its code (see vite.config.ts).
 */
export { scaleBand, scaleLinear, scaleLog, scalePoint } from 'd3-scale'
