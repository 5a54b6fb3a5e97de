// What happened in an office before a story begins: told once for all workers of a run, kept until the run ends, and
// copied for each story. So no story finds what an earlier one left, and none pays for the telling anew.
import { spawnSync } from 'node:child_process'
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
    try {
      // Whoever told it before has put it there by now.
      if (!existsSync(place)) await put(place, tell)
    } finally {
      rmSync(`${place}.lock`, { recursive: true, force: true })
    }
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
  const told = await tell(join(draft, 'data'))
  writeFileSync(join(draft, 'told.json'), JSON.stringify({ told }))
  renameSync(draft, place)
}

/** Tells one story after the other. */
export function tellAll(program: string, data: string, stories: string[][]): void {
  for (const story of stories) {
    const papers = mkdtempSync(join(tmpdir(), 'guijia-papers-'))
    spawnSync(program, ['demo', '--data', data, '--out', papers, ...story], { stdio: 'ignore' })
    rmSync(papers, { recursive: true, force: true })
  }
}
