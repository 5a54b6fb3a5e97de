// The second step: a photo of each paper, from the camera or the album, on its way at once.
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Link, useLocation } from 'wouter'
import { Page } from '../frame/page'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { useGuide, type Guide, type PreApplication } from '../service'
import { formOf, submit } from './draft'
import { PaperRow, type Slot } from './paper-row'
import { Queue } from './queue'

interface Shape {
  code: string
  draft: PreApplication
  show: (draft: PreApplication) => void
  again: () => Promise<unknown>
}

export function Photos({ code, draft, show, again }: Shape) {
  const words = useTranslations('apply')
  const form = formOf(draft)
  const above = <p className="small quiet">{words('step', { step: 2 })}</p>
  if (form.kind === '') {
    return (
      <Page title={words('title')} heading={words('photos')} above={above} personal>
        <p className="note">{words('kindFirst')}</p>
        <Link className="button primary wide" href="/apply/form">
          {words('back')}
        </Link>
      </Page>
    )
  }
  return (
    <Page title={words('title')} heading={words('photos')} above={above} personal>
      <p className="lead quiet">
        {words('photosLead')} <b>{words('photosOriginals')}</b>
      </p>
      <Papers code={code} draft={draft} show={show} again={again} kind={form.kind} />
    </Page>
  )
}

function Papers({ code, draft, show, again, kind }: Shape & { kind: string }) {
  const words = useTranslations('apply')
  const guide = useGuide(kind)
  const [, go] = useLocation()
  const submitting = useSending()
  const queue = useMemo(() => new Queue(code, async () => void (await again())), [code, again])
  const sending = useSyncExternalStore(queue.watch, queue.now)
  useEffect(() => queue.hear(draft.uploads), [queue, draft.uploads])
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (queue.now().some((one) => one.state !== 'failed')) event.preventDefault()
    }
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [queue])
  return (
    <Reading of={guide}>
      {(read) => {
        const slots = slotsOf(read, formOf(draft).second.trim() !== '')
        const isMissing = (slot: Slot) => !draft.uploads.some((one) => one.complete && isOf(one, slot))
        const missing = slots.filter((slot) => slot.when.length === 0 && isMissing(slot)).length
        const isWhole = sending.length === 0 && draft.uploads.every((one) => one.complete)
        return (
          <>
            <ul className="sheet rows">
              {slots.map((slot) => (
                <PaperRow
                  key={`${slot.paper}${slot.party ?? ''}`}
                  slot={slot}
                  code={code}
                  whose={whose(slot, formOf(draft))}
                  uploads={draft.uploads.filter((one) => isOf(one, slot))}
                  sending={sending.filter((one) => isOf(one, slot))}
                  queue={queue}
                  again={again}
                />
              ))}
            </ul>
            <Said error={submitting.error} />
            <div className="buttons">
              <button
                type="button"
                className="button primary wide"
                aria-disabled={!isWhole}
                disabled={submitting.sending}
                onClick={() => {
                  if (!isWhole) return
                  void submitting.send(async () => {
                    show(await submit(code))
                    go('/apply/sent')
                  })
                }}
              >
                {submitting.sending ? words('submitting') : words('submit')}
              </button>
              <p className="small quiet centre" role="status">
                {isWhole ? words('missingPhotos', { count: missing }) : words('stillSending')}
              </p>
              <Link className="button wide" href="/apply/form">
                {words('back')}
              </Link>
            </div>
          </>
        )
      }}
    </Reading>
  )
}

/** What a family can photograph: the papers its side gives, of each who is named. */
function slotsOf(guide: Guide, areTwo: boolean): Slot[] {
  return guide.papers
    .filter((paper) => paper.given_by === 'adopters' && (areTwo || paper.party !== 'adopter_2'))
    .map(({ paper, party, title, form_text, only_if }) => ({
      paper,
      party: party ?? undefined,
      title,
      form: form_text,
      when: only_if.map((one) => one.text),
    }))
}

function isOf(one: { paper: string; party?: string | null | undefined }, slot: Slot): boolean {
  return one.paper === slot.paper && (one.party ?? undefined) === slot.party
}

function whose(slot: Slot, form: { first: string; second: string }): string {
  if (slot.party === 'adopter_1') return form.first
  return slot.party === 'adopter_2' ? form.second : ''
}
