// Loads a page as a device of a profile would, and reads off the browser what it noted: when the largest thing was drawn,
// what moved, how long a press took, how many requests there were and how much came with them.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Measured } from './profiles'

export interface Vitals {
  lcp: number
  inp: number
  cls: number
  requests: number
  /** Bytes on the line, heads and all. */
  bytes: number
}

interface Noted {
  lcp: number
  inp: number
  cls: number
}

/** Opens a context of the profile; `prepare` may walk in before the line becomes slow. */
export async function measure(browser: Browser, { profile, ready, press }: Measured, url: string, prepare: (page: Page) => Promise<void>): Promise<Vitals> {
  const context = await openContext(browser, profile)
  const page = await context.newPage()
  try {
    await prepare(page)
    await page.addInitScript(listen)
    const traffic = await slowDown(page, context, profile)
    page.on('request', () => (traffic.requests += 1))
    await page.goto(url)
    await page.locator(ready).first().waitFor()
    await page.waitForTimeout(PAUSE)
    const before = { ...traffic }
    for (let times = 0; times < PRESSES; times += 1) {
      await page.locator(press).first().click()
      await page.waitForTimeout(PAUSE)
    }
    return { ...(await notedIn(page)), ...before }
  } finally {
    await context.close()
  }
}

function openContext(browser: Browser, { width, height }: Pick<Measured['profile'], 'width' | 'height'>): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
}

function notedIn(page: Page): Promise<Noted> {
  return page.evaluate(() => (window as unknown as { noted: Noted }).noted)
}

const PRESSES = 4
/** Long enough for what a press draws. */
const PAUSE = 400

/** Runs in the page, before anything of it. */
function listen(): void {
  const noted: Noted = { lcp: 0, inp: 0, cls: 0 }
  Object.assign(window, { noted })
  const note = (type: string, take: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  note('largest-contentful-paint', (entry) => (noted.lcp = entry.startTime))
  note('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { hadRecentInput: boolean; value: number }
    if (!shift.hadRecentInput) noted.cls += shift.value
  })
  // The slowest of the few presses; a press of under 16 ms is not told at all.
  const press = (entry: PerformanceEntry) => {
    if ((entry as PerformanceEntry & { interactionId: number }).interactionId > 0) noted.inp = Math.max(noted.inp, entry.duration)
  }
  note('event', press, { durationThreshold: 16 })
}

/** Makes processor and line as slow as the profile's, and counts what comes over it. */
async function slowDown(page: Page, context: BrowserContext, { slower, line }: Pick<Measured['profile'], 'slower' | 'line'>): Promise<{ requests: number; bytes: number }> {
  const traffic = { requests: 0, bytes: 0 }
  const devtools = await context.newCDPSession(page)
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (traffic.bytes += encodedDataLength))
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  if (line) await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: line.down / 8, uploadThroughput: line.up / 8 })
  return traffic
}

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
