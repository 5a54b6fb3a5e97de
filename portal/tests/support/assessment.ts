// A case that stands in the middle of its assessment by points: everything before was done by those whose work it is, and
// the two assessors have planned, visited and read the papers. Only their sheets are missing.
import { expect, type APIRequestContext } from '@playwright/test'
import { application } from './cast'
import type { Office } from './office'
import { openCase, signIn, type Role, type Session } from './service'

interface Item {
  code: string
  ask: { zh: string }
  max: number
  evidence: string[]
  not_applicable_if?: string
}
interface Piece {
  number: number
  items: string[]
}
interface Text {
  marks: { item: string; points: number; note: string }[]
}
type Part = 'capability' | 'integration'
interface Read {
  version: number
  number: string
  child: { name: string }
  adopters: { name: string }[]
  assessment: {
    scored: {
      set: Record<Part, { groups: { items: Item[] }[] }>
      records: { evidence: Piece[] }[]
      sheets: { part: Part; revision: number; text: Text; beside: Text[] }[]
    } | null
  }
}

/** The papers of a foundling's case, in the order they are asked for. */
const OF_ADOPTERS = ['household_register', 'identity_card', 'marital_and_ability_proof', 'children_statement', 'health_certificate', 'births_certificate']
const ADOPTERS = ['adopter_1', 'adopter_2']
const PAPERS = [
  'paper=application_form',
  'paper=joint_photo',
  ...ADOPTERS.flatMap((party) => OF_ADOPTERS.map((paper) => `paper=${paper}&party=${party}`)),
  'paper=responsible_person_identity_card&party=placer',
  'paper=entry_record&party=child',
  'paper=police_finding_certificate&party=child',
]
/** Since the child came, on which day of the assessment what was done. */
const DAYS = { talks: 2, firstVisit: 7, neighbours: 21, lastVisit: 28, papers: 30, end: 31 }

/** Tells a case, an act after the other, in the name of whoever does it. */
export class Story {
  readonly id: string
  private readonly request: APIRequestContext
  readonly base: string
  private readonly sessions = new Map<string, Session>()
  today = ''

  private constructor(request: APIRequestContext, base: string, id: string, today: string) {
    this.request = request
    this.base = base
    this.id = id
    this.today = today
  }

  /** The assessment of a new family, up to the sheets. */
  static async assessed(request: APIRequestContext, office: Office): Promise<Story> {
    const registrar = await signIn(request, office, 'registrar')
    const id = await openCase(request, office, registrar, application())
    const story = new Story(request, office.base, id, '')
    story.today = ((await story.read('registrar', '/v1/practice/clock')) as { today: string }).today
    await story.scoreByDefault()
    await story.accept()
    await story.appoint()
    await story.work()
    return story
  }

  /** The same of a case that was told before. */
  static goOn(request: APIRequestContext, office: Office, id: string, today: string): Story {
    return new Story(request, office.base, id, today)
  }

  private async session(role: Role, person: number): Promise<string> {
    const name = `${role} ${person}`
    const known = this.sessions.get(name) ?? (await signIn(this.request, this, role, person))
    this.sessions.set(name, known)
    return known.access_token
  }

  async read(role: Role, path: string, person = 1): Promise<unknown> {
    const answer = await this.request.get(`${this.base}${path}`, { headers: { authorization: `Bearer ${await this.session(role, person)}` } })
    expect(answer.status(), await answer.text()).toBe(200)
    return answer.json()
  }

  async view(role: Role = 'registrar', person = 1): Promise<Read> {
    return (await this.read(role, `/v1/cases/${this.id}`, person)) as Read
  }

  /** Does an act on the version there is; `how` for what is no JSON. */
  async act(role: Role, path: string, data: unknown, person = 1, how: { type?: string; method?: string } = {}): Promise<void> {
    const { version } = await this.view(role === 'leader' ? 'registrar' : role, person)
    const answer = await this.request.post(`${this.base}/v1/cases/${this.id}/${path}`, {
      data,
      headers: {
        authorization: `Bearer ${await this.session(role, person)}`,
        'content-type': how.type ?? 'application/json',
        'if-match': `"${version}"`,
        'idempotency-key': crypto.randomUUID(),
      },
    })
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
  }

  private async put(role: Role, path: string, data: unknown): Promise<void> {
    const answer = await this.request.put(`${this.base}${path}`, { data, headers: { authorization: `Bearer ${await this.session(role, 1)}` } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  }

  private async moveTo(day: string): Promise<void> {
    await this.put('registrar', '/v1/practice/clock', { today: day })
    this.today = day
  }

  private async scoreByDefault(): Promise<void> {
    const { rules } = (await this.read('administrator', '/v1/office')) as { rules: Record<string, unknown> }
    await this.put('administrator', '/v1/office/rules', { ...rules, scored_by_the_default_set: true })
  }

  /** Each paper is the receipt, printed by this office: a specimen like any other. No two scans are the same. */
  private async file(slots: string[], compared_with = 'original'): Promise<void> {
    const scan = await this.receipt()
    for (const slot of slots) {
      await this.act('registrar', `papers?${slot}`, Buffer.concat([scan, Buffer.from(`\n% ${slot}\n`)]), 1, { type: 'application/pdf' })
      const { papers } = (await this.view()) as unknown as { papers: { number: number }[] }
      await this.act('registrar', `papers/${papers.at(-1)?.number}/verification`, { compared_with })
    }
  }

  private scan: Buffer | undefined
  private async receipt(): Promise<Buffer> {
    if (this.scan) return this.scan
    for (;;) {
      const documents = (await this.read('registrar', `/v1/cases/${this.id}/documents`)) as { id: string; kind: string; ready: boolean }[]
      const receipt = documents.find(({ kind, ready }) => kind === 'application_receipt' && ready)
      if (!receipt) {
        await new Promise((wait) => setTimeout(wait, 100))
        continue
      }
      const printed = await this.request.post(`${this.base}/v1/cases/${this.id}/documents/${receipt.id}/prints`, {
        headers: { authorization: `Bearer ${await this.session('registrar', 1)}`, 'idempotency-key': crypto.randomUUID() },
      })
      expect(printed.ok(), await printed.text()).toBe(true)
      this.scan = await printed.body()
      return this.scan
    }
  }

  private async accept(): Promise<void> {
    await this.file(PAPERS)
    const clear = (check: string, party: string) => ({ check, party, source: '练习县公安局信息核查', checked_on: this.today, outcome: 'clear' })
    for (const party of ADOPTERS) await this.act('registrar', 'checks', clear('criminal_record', party))
    await this.act('registrar', 'checks', clear('missing_children', 'child'))
    await this.act('registrar', 'acceptance', {})
    await this.file([...ADOPTERS, 'placer'].map((party) => `paper=no_donation_declaration&party=${party}`), 'signed_before_me')
    await this.act('registrar', 'public-notice', { newspaper: '练习日报第4版', published_on: this.today })
    await this.file(['paper=newspaper_page'])
  }

  private async appoint(): Promise<void> {
    await this.act('registrar', 'assessment/notice', { body: { kind: 'own_team' } })
    for (const party of ADOPTERS) await this.act('registrar', 'assessment/consents', { party })
    await this.file(ADOPTERS.map((party) => `paper=assessment_consent&party=${party}`), 'signed_before_me')
    const assessors = (await this.assessors()).map((user) => ({ user, statement_of_no_interest: '无利害关系声明已签署，存评估卷' }))
    await this.act('registrar', 'assessment/appointments', { assessors })
    await this.act('registrar', 'assessment/integration-start', { started_on: this.today })
  }

  private async assessors(): Promise<string[]> {
    const known = await Promise.all([1, 2].map((person) => this.read('assessor', '/v1/me', person)))
    return known.map((me) => (me as { id: string }).id)
  }

  private async work(): Promise<void> {
    const start = this.today
    const assessors = await this.assessors()
    const { child, adopters } = await this.view()
    const entries = [
      { on: later(start, DAYS.talks), method: 'interview', whom: '两名申请人，分别单独面谈', place: '申请人住所' },
      { on: later(start, DAYS.firstVisit), method: 'home_visit', whom: '申请人和孩子', place: '申请人住所' },
      { on: later(start, DAYS.neighbours), method: 'neighbourhood_visit', whom: '邻居和社区居民委员会', place: '小区和居委会' },
    ]
    await this.act('assessor', 'assessment/plan', { household: { co_residents: [], children: [], special_need: null }, entries, remarks: null })
    const record = async (day: number, data: Record<string, unknown>) => {
      if (later(start, day) !== this.today) await this.moveTo(later(start, day))
      await this.act('assessor', 'assessment/work', { on: this.today, began_at: '09:00:00', ended_at: '10:00:00', place: '申请人住所', assessors, ...data })
    }
    for (const [place, who] of ADOPTERS.entries()) {
      await record(DAYS.talks, { method: 'interview', alone: true, people: [{ who, name: adopters[place]?.name }], notes: '单独面谈，说明收养动机、照料分工和对孩子身世的告知打算，所述一致。' })
    }
    const home = { method: 'home_visit', people: [{ who: 'child', name: child.name }], child_lives_there: true }
    await record(DAYS.firstVisit, { ...home, notes: '住房三室一厅，孩子有独立房间，家具边角均已包裹；孩子夜醒两次，能被安抚。' })
    const people = [{ who: 'neighbour', name: '同楼邻居' }, { who: 'committee', name: '社区居民委员会' }]
    await record(DAYS.neighbours, { method: 'neighbourhood_visit', people, notes: '邻居和社区居民委员会均反映申请人待人和善、家庭和睦，愿意帮助照看。' })
    await record(DAYS.lastVisit, { ...home, child_says: 'wants_it', notes: '孩子主动与申请人交流，睡眠、饮食规律，情绪稳定，愿意留在这个家。' })
    const evidence = (await this.items()).map(({ code, ask, evidence: kinds }) => ({ kind: kinds[0], what: `${ask.zh}的记录和材料`, items: [code] }))
    await record(DAYS.papers, { method: 'document_review', notes: '核对收入、住房、婚姻、健康检查、无犯罪记录材料和抚育计划。', evidence })
    await this.act('assessor', 'assessment/integration-log', { on: this.today, what: '孩子第一次自己要求讲睡前故事。' })
    await this.moveTo(later(start, DAYS.end))
    await this.act('assessor', 'assessment/integration-end', { ended_on: this.today })
  }

  async items(part?: Part): Promise<Item[]> {
    const set = (await this.view('assessor')).assessment.scored?.set
    const parts: Part[] = part ? [part] : ['capability', 'integration']
    return parts.flatMap((each) => set?.[each].groups.flatMap(({ items }) => items) ?? [])
  }

  /** Everything that applies to a couple on its own is full, but what is said. */
  async marks(part: Part, lower: Record<string, number> = {}) {
    const view = await this.view('assessor')
    const evidence = view.assessment.scored?.records.flatMap((each) => each.evidence) ?? []
    const items = (await this.items(part)).filter((item) => !item.not_applicable_if || item.not_applicable_if === 'single')
    return items.map((item) => ({
      item: item.code,
      points: lower[item.code] ?? item.max,
      note: '依据所列佐证。',
      evidence: evidence.filter((piece) => piece.items.includes(item.code)).map(({ number }) => number),
    }))
  }

  /** Saves the sheet of an assessor on the revision it was written on, with its first marks or all. */
  async save(person: number, part: Part, based_on: number, lower: Record<string, number> = {}, most?: number): Promise<void> {
    const sheet = { part, based_on, written_at: `${this.today} 10:12`, marks: (await this.marks(part, lower)).slice(0, most) }
    await this.act('assessor', 'assessment/sheet-drafts', sheet, person)
  }

  async send(person: number, part: Part, revision: number): Promise<void> {
    await this.act('assessor', 'assessment/sheets', { part, revision }, person)
  }
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
