// A practice office for one worker or one story: the built program on a port and a folder of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { copyTold, tellAll } from './told'

export interface Office {
  base: string
}

export interface RunningOffice extends Office {
  stop: () => Promise<void>
}

const PROGRAM = process.env['PORTAL_PROGRAM'] ?? resolve(import.meta.dirname, '../../../target/debug/guijia')
/** The office that is open already, where one is. */
const OPEN: RunningOffice | undefined = process.env['PORTAL_OFFICE'] ? { base: process.env['PORTAL_OFFICE'], stop: () => Promise.resolve() } : undefined
const OPENS_WITHIN = 60_000
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/

/** Opens it, and waits until it answers. Each of the `stories` is the rest of a call of `guijia demo`, and happened before;
 *  one told after another may stop at the law, for a child turned eight meanwhile, and leaves a case in the middle. They are
 *  told once for a whole run and copied from then on. With `PORTAL_OFFICE` an office that is open already is used. */
export async function openOffice(stories: string[][] = []): Promise<RunningOffice> {
  if (OPEN) return OPEN
  const folder = newFolder()
  const data = join(folder, 'data')
  if (stories.length > 0) await copyTold(JSON.stringify(stories), async (told) => tellAll(PROGRAM, told, stories), data)
  return serve(folder, data)
}

/** Opens an office on a copy of what was told by its interface, once for a whole run. Answers what the telling answered. */
export async function openAfter<Told>(name: string, tell: (office: Office) => Promise<Told>): Promise<{ office: RunningOffice; told: Told }> {
  if (OPEN) return { office: OPEN, told: await tell(OPEN) }
  const tellAt = async (shelf: string) => {
    const first = await serve(newFolder(), shelf)
    try {
      return await tell(first)
    } finally {
      await first.stop()
    }
  }
  const folder = newFolder()
  const data = join(folder, 'data')
  const told = await copyTold(name, tellAt, data)
  return { office: await serve(folder, data), told }
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'guijia-portal-'))

/** Serves what lies in a folder; the folder goes when the office is closed. */
async function serve(folder: string, data: string): Promise<RunningOffice> {
  // It chooses its port itself and says which: one that was free a moment ago may be taken by now.
  const program = spawn(PROGRAM, ['serve', '--demo', '--data', data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (text: Buffer) => (said = (said + text.toString()).slice(-4000))
  const gone = new Promise<void>((ended) => program.once('exit', () => ended()))
  const stop = async () => {
    program.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  const opened = new Promise<string>((found) => {
    program.stdout.on('data', (text: Buffer) => {
      const base = ADDRESS.exec(hear(text))?.[0]
      if (base) found(base)
    })
    program.stderr.on('data', hear)
  })
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<void>((over) => (clock = setTimeout(over, OPENS_WITHIN)))
  const base = await Promise.race([opened, late, gone])
  clearTimeout(clock)
  if (base) return { base, stop }
  await stop()
  throw new Error(`the program did not open: ${PROGRAM}: ${said}`)
}
