// Photos on their way, one after the other, part by part. A line that is cut is waited for, and the upload goes on
// with the part that is missing.
import { ask, service } from '../../shared/api/client'
import { NoAnswerError, take } from '../../shared/api/problem'
import type { PaperKind, Party, UploadProgress } from '../service'
import { digestOf, shrink } from './photo'

/** One photo on its way, as its row shows it. */
export interface Sending {
  id: number
  paper: PaperKind
  party: Party | undefined
  state: 'preparing' | 'sending' | 'waiting' | 'failed'
  sent: number
  size: number
  error?: unknown
}

const PATIENCE = [1000, 2000, 5000, 10_000]

type Watcher = () => void

/** The photos of one draft. */
export class Queue {
  private list: readonly Sending[] = []
  private readonly files = new Map<number, Blob>()
  private readonly watchers = new Set<Watcher>()
  private next = 1
  private isBusy = false
  private known: readonly UploadProgress[] = []

  constructor(
    private readonly code: string,
    private readonly onDone: () => Promise<void>,
  ) {}

  readonly watch = (watcher: Watcher) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  readonly now = () => this.list

  /** Hears what the service has of the draft, for a photo that an earlier page left in the middle. */
  hear(uploads: readonly UploadProgress[]): void {
    this.known = uploads
  }

  add(file: Blob, paper: PaperKind, party: Party | undefined): void {
    const id = this.next++
    this.files.set(id, file)
    this.list = [...this.list, { id, paper, party, state: 'preparing', sent: 0, size: 0 }]
    this.tell()
    void this.work()
  }

  /** Tries a photo again that failed. */
  again(id: number): void {
    this.show(id, { state: 'preparing', sent: 0, error: undefined })
    void this.work()
  }

  drop(id: number): void {
    this.files.delete(id)
    this.list = this.list.filter((one) => one.id !== id)
    this.tell()
  }

  private async work(): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    for (let one = this.first(); one; one = this.first()) {
      try {
        await this.send(one)
        this.drop(one.id)
        await this.onDone()
      } catch (error) {
        this.show(one.id, { state: 'failed', error })
      }
    }
    this.isBusy = false
  }

  private first(): Sending | undefined {
    return this.list.find((one) => one.state !== 'failed')
  }

  private async send({ id, paper, party }: Sending): Promise<void> {
    const file = this.files.get(id)
    if (!file) return
    const bytes = await (await shrink(file)).arrayBuffer()
    this.show(id, { state: 'sending', size: bytes.byteLength })
    const digest = await digestOf(bytes)
    const announce = () =>
      take(
        service.POST('/v1/public/pre-application/uploads', {
          params: { header: { 'Resume-Code': this.code } },
          body: { paper, party: party ?? null, size: bytes.byteLength, digest },
        }),
      )
    let progress = this.leftOver(paper, party, bytes.byteLength) ?? (await this.insist(id, announce))
    for (let part = missing(progress); part !== undefined; part = missing(progress)) {
      const [upload, from] = [progress.upload, part * progress.part_size]
      const slice = bytes.slice(from, from + progress.part_size)
      progress = await this.insist(id, () => this.part(upload, part, slice))
      this.show(id, { sent: Math.min(bytes.byteLength, progress.received.length * progress.part_size) })
    }
  }

  /**
   * The same photo chosen again is drawn to the same bytes, so that what an earlier page left of it goes on. Were it
   * another of just that size, the service would find that the whole is not what was announced.
   */
  private leftOver(paper: PaperKind, party: Party | undefined, size: number): UploadProgress | undefined {
    const isIt = (one: UploadProgress) => one.paper === paper && (one.party ?? undefined) === party && one.size === size
    return this.known.find((one) => !one.complete && missing(one) !== undefined && isIt(one))
  }

  private part(upload: string, part: number, bytes: ArrayBuffer): Promise<UploadProgress> {
    const path = `/v1/public/pre-application/uploads/${upload}/parts/${part}`
    const headers = { 'content-type': 'application/octet-stream', 'resume-code': this.code }
    const sent = ask(path, { method: 'PUT', headers, body: bytes }).then(async (response) => {
      const said: unknown = await response.json().catch(() => undefined)
      return { data: said as UploadProgress, error: said, response }
    })
    return take(sent)
  }

  /** Asks until there is an answer. What the service refuses is not asked again. */
  private async insist<Answer>(id: number, task: () => Promise<Answer>): Promise<Answer> {
    for (let times = 0; ; times += 1) {
      try {
        const answer = await task()
        this.show(id, { state: 'sending' })
        return answer
      } catch (error) {
        if (!(error instanceof NoAnswerError)) throw error
        this.show(id, { state: 'waiting' })
        await lineOrPatience(PATIENCE[Math.min(times, PATIENCE.length - 1)] ?? 1000)
      }
    }
  }

  private show(id: number, change: Partial<Sending>): void {
    this.list = this.list.map((one) => (one.id === id ? { ...one, ...change } : one))
    this.tell()
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher()
  }
}

function missing(progress: UploadProgress): number | undefined {
  const received = new Set(progress.received)
  for (let part = 0; part < progress.parts; part += 1) if (!received.has(part)) return part
  return undefined
}

/** Until the device says it is connected again, or so long. */
function lineOrPatience(milliseconds: number): Promise<void> {
  return new Promise((go) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      go()
    }
    const timer = setTimeout(end, milliseconds)
    window.addEventListener('online', end)
  })
}
