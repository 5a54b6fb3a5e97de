// What stands on a page in the wrong language. Whatever the service told as data, a name, a place, what somebody wrote, is
// as it is in both; the words of the interface and the sentences of the service have each language.
import type { Page, Response } from '@playwright/test'
import type { Language } from './sides'

/** Every text that the service told a page as data. */
export class Heard {
  private readonly told = new Set<string>()
  private readonly pending = new Set<Promise<void>>()

  constructor(page: Page) {
    page.context().on('response', (response) => {
      const taken = this.take(response).finally(() => this.pending.delete(taken))
      this.pending.add(taken)
    })
  }

  /** What somebody typed on the page is data, too. */
  typed(text: string): void {
    this.told.add(text)
  }

  private async take(response: Response): Promise<void> {
    if (!response.headers()['content-type']?.includes('json') || !new URL(response.url()).pathname.startsWith('/v1/')) return
    // A page that was left while its answer came has none to read.
    const answer: unknown = await response.json().catch(() => undefined)
    this.note(answer)
  }

  private note(value: unknown): void {
    if (typeof value === 'string') {
      this.told.add(value.trim())
      // What somebody typed is kept as one text of JSON.
      if (value.startsWith('{')) this.note(parsed(value))
    }
    else if (Array.isArray(value)) value.forEach((each) => this.note(each))
    else if (typeof value === 'object' && value !== null) {
      // A sentence in both languages is no data: the page has to choose the right one. One in English may name a character.
      if ('zh' in value && 'en' in value) return SENTENCE.test(String(value.en)) ? this.note(value.en) : undefined
      Object.values(value).forEach((each) => this.note(each))
    }
  }

  /** The texts that hold such letters, the longest first. */
  async with(letters: RegExp): Promise<string[]> {
    await Promise.all(this.pending)
    return [...this.told].filter((text) => letters.test(text)).sort((one, other) => other.length - one.length)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A Chinese character, or a mark of punctuation that is set like one. */
const HAN = /\p{Script=Han}|[，。、；：！？]/u
/** A word of a list of the interface, or the name of a word of the pages, as no person writes. */
const RAW = /\b[a-z]+(?:_[a-z0-9]+)+\b|^[a-zA-Z]+(?:\.[a-zA-Z0-9]+)+$/
const SENTENCE = /[A-Za-z]{2,}(?:[ ,;]+[A-Za-z]{2,}){2,}/
const LONE = /^[a-z]{3,}$/

/** A term of the law, or what is printed on a certificate, beside its English. */
const BESIDE = /\([^()]*\)|“[^“”]*”/g

/** The texts of the page that are in neither its language nor what the service told. */
export async function untranslated(page: Page, language: Language, heard: Heard): Promise<string[]> {
  const suspect = (await texts(page)).filter((text) => RAW.test(text) || (language === 'en' ? HAN.test(text) : SENTENCE.test(text) || LONE.test(text)))
  if (suspect.length === 0) return []
  const data = (await heard.with(language === 'en' ? HAN : / /)).filter((text) => text.length > 1)
  return suspect
    .filter((text) => {
      const rest = without(language === 'en' && /[A-Za-z]/.test(text) ? text.replaceAll(BESIDE, '') : text, data)
      return RAW.test(rest) || (language === 'en' ? HAN.test(rest) : SENTENCE.test(rest) || LONE.test(rest))
    })
    .map((text) => `untranslated: ${text.slice(0, 100)}`)
}

function without(text: string, data: string[]): string {
  return data.reduce((rest, told) => (rest.includes(told) ? rest.replaceAll(told, '') : rest), text)
}

/** What is read or heard on the page: its texts, its choices, its labels; not what says of itself to be in another language. */
function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = document.documentElement.lang
    const ours = (element: Element) => element.closest('[lang]')?.getAttribute('lang') === own
    const shows = (element: Element) => (element.closest('select') ?? element).checkVisibility()
    const all = [document.title]
    for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
      const { parentElement: parent, data } = walker.currentNode as Text
      if (data.trim() && parent && !parent.closest('script, style, svg, .avatar, kbd') && ours(parent) && shows(parent)) all.push(data.trim())
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (!ours(element) || !shows(element)) continue
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) all.push(element.getAttribute(name) ?? '')
    }
    return [...new Set(all)].filter((text) => text !== '')
  })
}
