// A practice office for one worker: the built program on a port and a folder of its own.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Office {
  base: string
}

export interface RunningOffice extends Office {
  stop: () => Promise<void>
}

const PROGRAM = process.env['PORTAL_PROGRAM'] ?? resolve(import.meta.dirname, '../../../target/debug/guijia')
const OPENS_WITHIN = 30_000

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))))
    })
  })
}

/** Tells a story until an act is done, and no further. */
function tellUntil(args: string[], act: string): Promise<void> {
  const demo = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  demo.stdout.on('data', (text: Buffer) => {
    if (new RegExp(`\\s${act}\\s`).test(text.toString())) demo.kill('SIGKILL')
  })
  return new Promise((ended) => demo.once('exit', () => ended()))
}

/** Opens it, and waits until it answers. Each of the `stories` is the rest of a call of `guijia demo`, and happened before;
 *  one told after another may stop at the law, for a child turned eight meanwhile, and leaves a case in the middle.
 *  A story that begins with an act in brackets, `[报批]`, ends with that act. With `PORTAL_OFFICE` an office that is open already is used. */
export async function openOffice(stories: string[][] = []): Promise<RunningOffice> {
  const open = process.env['PORTAL_OFFICE']
  if (open) return { base: open, stop: () => Promise.resolve() }
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'guijia-portal-'))
  const data = join(folder, 'data')
  for (const story of stories) {
    const act = /^\[(.+)\]$/.exec(story[0] ?? '')?.[1]
    const told = ['demo', '--data', data, '--out', join(folder, 'papers'), ...story.slice(act ? 1 : 0)]
    if (act) await tellUntil(told, act)
    else spawnSync(PROGRAM, told, { stdio: 'ignore' })
  }
  const program = spawn(PROGRAM, ['serve', '--demo', '--data', data, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  program.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)))
  const gone = new Promise<void>((ended) => program.once('exit', () => ended()))
  const base = `http://127.0.0.1:${port}`
  const stop = async () => {
    program.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  for (const until = Date.now() + OPENS_WITHIN; Date.now() < until; ) {
    const answer = await fetch(`${base}/healthz`).catch(() => undefined)
    if (answer?.ok) return { base, stop }
    await new Promise((wait) => setTimeout(wait, 200))
  }
  await stop()
  throw new Error(`the program did not open: ${PROGRAM}: ${said}`)
}
