// What happened in an office before a story begins: told once for all workers of a run, kept until the run ends, and
// copied for each story. So no story finds what an earlier one left, and none pays for the telling anew.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SHELF = 'PORTAL_SHELF'

/** Before all workers: where what is told will lie. Answers what takes it away at the end. */
export default function openShelf(): () => void {
  const shelf = mkdtempSync(join(tmpdir(), 'guijia-told-'))
  process.env[SHELF] = shelf
  return () => rmSync(shelf, { recursive: true, force: true })
}

/** Copies what is called so, told by whoever comes first; the others wait for it. Answers what the telling answered. */
export async function copyTold<Told>(name: string, tell: (data: string) => Promise<Told>, to: string): Promise<Told> {
  const shelf = process.env[SHELF]
  if (!shelf) throw new Error('there is no shelf for what is told')
  const place = join(shelf, createHash('sha256').update(name).digest('hex').slice(0, 16))
  while (!existsSync(place)) {
    if (!takes(`${place}.lock`)) {
      await new Promise((wait) => setTimeout(wait, 200))
      continue
    }
    // Whoever told it before has put it there by now.
    if (!existsSync(place)) await put(place, tell)
    rmSync(`${place}.lock`, { recursive: true, force: true })
  }
  cpSync(join(place, 'data'), to, { recursive: true })
  return (JSON.parse(readFileSync(join(place, 'told.json'), 'utf8')) as { told: Told }).told
}

/** Whether it is this worker who tells: only one can make the folder. */
function takes(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

/** Told at another place first: what lies at its own is whole. */
async function put<Told>(place: string, tell: (data: string) => Promise<Told>): Promise<void> {
  const draft = mkdtempSync(`${place}.told-`)
  try {
    const told = await tell(join(draft, 'data'))
    writeFileSync(join(draft, 'told.json'), JSON.stringify({ told }))
    renameSync(draft, place)
  } catch (error) {
    rmSync(`${place}.lock`, { recursive: true, force: true })
    throw error
  }
}

/** Tells one story after the other. */
export async function tellAll(program: string, data: string, stories: string[][]): Promise<void> {
  for (const story of stories) {
    const act = /^\[(.+)\]$/.exec(story[0] ?? '')?.[1]
    const papers = mkdtempSync(join(tmpdir(), 'guijia-papers-'))
    const told = ['demo', '--data', data, '--out', papers, ...story.slice(act ? 1 : 0)]
    if (act) await tellUntil(program, told, act, data)
    else spawnSync(program, told, { stdio: 'ignore' })
    rmSync(papers, { recursive: true, force: true })
  }
}

/** Tells a story until an act is done, and no further. The program is ended from outside, and on a busy machine it may
 *  have done the next act by then: then it is told anew from what was there before. */
async function tellUntil(program: string, args: string[], act: string, data: string): Promise<void> {
  const before = `${data}.before`
  if (existsSync(data)) cpSync(data, before, { recursive: true })
  while (!(await endsWith(program, args, act))) {
    rmSync(data, { recursive: true, force: true })
    if (existsSync(before)) cpSync(before, data, { recursive: true })
  }
  rmSync(before, { recursive: true, force: true })
}

/** Whether nothing came after the act; a story that stops at the law before it is not told further by telling it anew. */
function endsWith(program: string, args: string[], act: string): Promise<boolean> {
  const demo = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  demo.stdout.on('data', (text: Buffer) => {
    said += text.toString()
    if (new RegExp(`\\s${act}\\s`).test(said)) demo.kill('SIGKILL')
  })
  // Only when the pipe is closed is everything heard.
  return new Promise((ended) =>
    demo.once('close', () => {
      const lines = said.trimEnd().split('\n')
      const place = lines.findIndex((line) => new RegExp(`\\s${act}\\s`).test(line))
      ended(place < 0 || place === lines.length - 1)
    }),
  )
}
