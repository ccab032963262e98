/** Everything that is measured on the built book, as rows. */
import { measureBackends } from './backends.mjs'
import { circle, firstStep, spirals, throughput } from './figure.mjs'
import { heapGrowth } from './heap.mjs'
import { measurePage } from './page.mjs'
import { launch, openFigure, serveSite } from './site.mjs'

const widget = 'one-bend'
/** With software WebGL the page itself would be capped at about 11 frames a second. */
const withoutGpu = ['--disable-gpu', '--enable-blink-features=ForceEagerMeasureMemory']
const softwareGpu = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']

async function figureRows(open, quick, progress) {
  const runs = quick ? 1 : 5
  progress('updates and frames')
  const { updatesPerSecond, framesPerSecond } = await throughput(open, runs)
  progress('two circles')
  const { first, seconds } = await circle(open, runs)
  progress('two spirals')
  const solved = (await spirals(open)).seconds.filter((each) => each !== null)
  const within = solved.filter((each) => each <= 5)
  const [wasm, cpu] = [await firstStep(open, 'wasm', runs), await firstStep(open, 'cpu', runs)]
  progress('memory')
  const heap = await heapGrowth(open, quick ? 15 : 60)
  return [
    { name: '2-8-8-1, updates', value: updatesPerSecond, unit: '/s', least: 20_000, beside: '420 /s' },
    { name: '2-8-8-1, frames meanwhile', value: framesPerSecond, unit: '/s', least: 50, beside: '17 /s' },
    { name: 'two circles, Run to test loss 0.05', value: seconds, unit: 's', most: 0.2, beside: '1.26 s' },
    { name: 'the same, first Run of a page', value: first, unit: 's' },
    {
      name: 'two spirals, seeds of 5 with test loss 0.05 within 5 s',
      value: within.length,
      unit: '',
      least: 5,
      beside: 'none of 3 in 40 s',
    },
    { name: 'the slowest of them', value: solved.length ? Math.max(...solved) : Number.NaN, unit: 's' },
    { name: 'Run to first step, wasm', value: wasm.milliseconds, unit: 'ms', most: 300 },
    { name: 'Run to first step, cpu', value: cpu.milliseconds, unit: 'ms', most: 300 },
    { name: `memory grown in ${heap.seconds} s of training`, value: heap.megabytes, unit: 'MB', most: 1 },
    { name: 'of it in the worker', value: heap.workerMegabytes, unit: 'MB' },
  ]
}

/** @param {{ quick: boolean, progress: (words: string) => void }} options */
export async function measureWholePage({ quick, progress }) {
  const server = await serveSite()
  try {
    const browser = await launch(withoutGpu)
    const open = (...asked) => openFigure(browser, server, ...asked)
    const figure = await figureRows(open, quick, progress)
    progress('the page’s thread')
    const published = await open(widget, 'epochs=1000&backend=wasm')
    const thread = await measurePage(published.page, published.figure)
    await published.close()
    progress('backends')
    const software = await launch(softwareGpu)
    const backends = await measureBackends(open, (...asked) => openFigure(software, server, ...asked))
    await software.close()
    await browser.close()
    return { figure, thread, backends }
  } finally {
    await server.close()
  }
}
