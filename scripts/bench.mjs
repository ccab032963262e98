/**
 * `npm run bench`: what a live figure costs on this machine, in one Chromium, as a table.
 * Timings are for comparing with each other; machines differ. Nothing here passes or fails.
 */
import { preview } from 'vite'
import { findChromium } from './chromium.mjs'
import { measurePage } from './bench/page.mjs'
import { measureBackends } from './bench/backends.mjs'

const widget = process.argv[2] ?? 'one-bend'
const { chromium } = await import('playwright')
const server = await preview({ preview: { port: 4873 }, logLevel: 'error' })
const url = `${server.resolvedUrls.local[0]}en/activations/`
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']

const open = async (flags, settings) => {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...flags, ...root] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${url}?${new URLSearchParams({ [widget]: `v=1&${settings}` })}`)
  const figure = page.locator(`figure[data-figure="${widget}"]`)
  await figure.scrollIntoViewIfNeeded()
  await page.locator(`[data-island="widgets/${widget}"][data-hydrated]`).waitFor()
  return { browser, page, figure }
}

const print = (rows) => {
  for (const { name, value, unit, reach } of rows)
    console.log(`${name.padEnd(36)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(8)} ${reach ?? ''}`)
}

// The software compositor: with software WebGL the page itself would be capped at about 11 frames a second.
console.log(`\n${widget} on the page's thread (software compositor, training on wasm or cpu)`)
{
  const { browser, page, figure } = await open(['--disable-gpu'], 'epochs=150&backend=wasm')
  print(await measurePage(page, figure))
  await browser.close()
}

console.log(
  `\n${widget}: steps a second, each variant, all seeds (WebGL is software here unless there is a GPU)`,
)
{
  const { browser, page, figure } = await open(software, '')
  print(await measureBackends(page, figure))
  await browser.close()
}
await server.close()
