// The devices and lines the pages are measured on, and what is aimed at.
import { MOST_REQUESTS } from '../tests/support/loading'

export interface Profile {
  name: string
  width: number
  height: number
  /** How many times slower than this machine. */
  slower: number
  /** Bits a second down and up, and the way there and back in milliseconds; nothing for the line of the office. */
  line?: { down: number; up: number; latency: number }
}

const PHONE: Profile = { name: '手机 phone, 1.6 Mbit/s, 150 ms, CPU ÷ 4', width: 390, height: 844, slower: 4, line: { down: 1_600_000, up: 750_000, latency: 150 } }
const OLD_PC: Profile = { name: '旧电脑 old PC, LAN, CPU ÷ 4', width: 1366, height: 768, slower: 4 }
const OFFICE_PC: Profile = { name: '办公电脑 office PC, LAN', width: 1366, height: 768, slower: 1 }
/** Every page is looked at in these two: as slow as the old PC, so that what comes late is drawn late. */
export const WIDTHS: Profile[] = [OLD_PC, { name: '窄窗口 narrow window, CPU ÷ 4', width: 390, height: 844, slower: 4 }]

export interface Aim {
  /** Milliseconds until the largest thing is drawn. */
  lcp: number
  /** Milliseconds from a press to what it draws. */
  inp: number
  /** How much moves by itself, and how many requests there are until the page can be used: both are gates. */
  cls: number
  requests: number
}

export interface Measured {
  page: string
  path: string
  role?: 'registrar'
  profile: Profile
  aim: Aim
  /** What is pressed, by its selector: something that redraws the page, and leads nowhere. */
  press: string
}

export const FAMILY: Aim = { lcp: 2000, inp: 150, cls: 0.02, requests: MOST_REQUESTS.family }
export const DESK: Aim = { lcp: 2500, inp: 150, cls: 0.05, requests: MOST_REQUESTS.desk }

export const PAGES: Measured[] = [
  { page: 'landing', path: '/', profile: PHONE, aim: FAMILY, press: '.bar-top button' },
  { page: 'guide', path: '/guide/institution_foundling', profile: PHONE, aim: FAMILY, press: 'main summary' },
  { page: 'status', path: '/my', profile: PHONE, aim: FAMILY, press: '.bar-top button' },
  ...[OLD_PC, OFFICE_PC].flatMap((profile): Measured[] => [
    { page: 'today', path: '/desk/today', role: 'registrar', profile, aim: DESK, press: '.who summary' },
    { page: 'case', path: '/desk/cases/CASE', role: 'registrar', profile, aim: DESK, press: '.who summary' },
  ]),
]
