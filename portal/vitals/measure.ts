// Loads a page as a device of a profile would, and reads off the browser what it noted: when the largest thing was drawn,
// what moved, how long a press took, how many requests there were and how much came with them.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { usable } from '../tests/support/loading'
import type { Measured, Profile } from './profiles'

interface Noted {
  lcp: number
  inp: number
  cls: number
  /** What moved, and by how much. */
  moved: string[]
}

interface Traffic {
  requests: string[]
  /** Bytes on the line, heads and all. */
  bytes: number
}

export type Loaded = Noted & Traffic

/** A page of a device as slow as the profile's; what is asked for is counted from the last load on. */
export interface SlowPage {
  page: Page
  context: BrowserContext
  load: (address: string) => Promise<Loaded>
}

/** Opens the device; `prepare` may walk in before it becomes slow. */
export async function openSlow(browser: Browser, profile: Profile, prepare: (page: Page) => Promise<void>): Promise<SlowPage> {
  const { width, height } = profile
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await prepare(page)
  await page.addInitScript(listen)
  const traffic: Traffic = { requests: [], bytes: 0 }
  page.on('request', (request) => traffic.requests.push(`${request.method()} ${new URL(request.url()).pathname}`))
  const devtools = await context.newCDPSession(page)
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (traffic.bytes += encodedDataLength))
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.slower })
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  const { line } = profile
  if (line) await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: line.down / 8, uploadThroughput: line.up / 8 })
  const load = async (address: string) => {
    Object.assign(traffic, { requests: [], bytes: 0 })
    await page.goto(address)
    await usable(page)
    return { ...(await notedIn(page)), ...traffic }
  }
  return { page, context, load }
}

/** Loads a page once on a device of its own, and presses a few times. */
export async function measure(browser: Browser, { profile, press }: Measured, address: string, prepare: (page: Page) => Promise<void>): Promise<Loaded> {
  const { page, context, load } = await openSlow(browser, profile, prepare)
  try {
    const loaded = await load(address)
    for (let times = 0; times < PRESSES; times += 1) {
      await page.locator(press).first().click()
      await page.waitForTimeout(PAUSE)
    }
    return { ...loaded, ...(await notedIn(page)) }
  } finally {
    await context.close()
  }
}

function notedIn(page: Page): Promise<Noted> {
  return page.evaluate(() => (window as unknown as { noted: Noted }).noted)
}

const PRESSES = 4
/** Long enough for what a press draws. */
const PAUSE = 400

/** Runs in the page, before anything of it. */
function listen(): void {
  const noted: Noted = { lcp: 0, inp: 0, cls: 0, moved: [] }
  Object.assign(window, { noted })
  const note = (type: string, take: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  note('largest-contentful-paint', (entry) => (noted.lcp = entry.startTime))
  note('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { hadRecentInput: boolean; value: number; sources: { node: Node | null }[] }
    if (shift.hadRecentInput) return
    noted.cls += shift.value
    const names = shift.sources.map(({ node }) => (node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : 'a text'))
    noted.moved.push(`${shift.value.toFixed(3)} ${names.join(', ')}`)
  })
  // The slowest of the few presses; a press of under 16 ms is not told at all.
  const press = (entry: PerformanceEntry) => {
    if ((entry as PerformanceEntry & { interactionId: number }).interactionId > 0) noted.inp = Math.max(noted.inp, entry.duration)
  }
  note('event', press, { durationThreshold: 16 })
}

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
