// What was written on an older revision lies beside the newest: both are shown, item by item, and what holds is chosen by
// the one who wrote both. Until then nothing is overwritten, and the sheet is not sent.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CaseView } from '../case/read'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { useMe, useOffice } from '../session/state'
import { deliver } from './device/delivery'
import { draftOf, writeDraft } from './device/drafts'
import { BackToTask, OfPart } from './part'
import { itemsOf, sheetOf, showTask, type Mark, type Part, type Scored, type Sheet, type SheetText } from './read'
import { useWording } from './wording'
import './assess.css'

export function Beside() {
  const me = useMe()
  return (
    <OfPart>
      {({ id, part, scored }) => {
        const sheet = sheetOf(scored, part, me?.id ?? '')
        if (!sheet || sheet.beside.length === 0) return <NotFound />
        return <Compared key={sheet.revision} id={id} part={part} scored={scored} sheet={sheet} />
      }}
    </OfPart>
  )
}

interface ComparedProps {
  id: string
  part: Part
  scored: Scored
  sheet: Sheet
}

function Compared({ id, part, scored, sheet }: ComparedProps) {
  const words = useTranslations('assess')
  const names = useNames()
  const say = useWording()
  const { written } = useDays()
  const texts = [sheet.text, ...sheet.beside]
  const differing = itemsOf(scored, part).filter(({ code }) => new Set(texts.map((text) => JSON.stringify(markIn(text, code)))).size > 1)
  const [chosen, setChosen] = useState<Record<string, number>>({})
  const save = useChosen(id, part, sheet, (code) => texts[chosen[code] ?? 0] ?? sheet.text, itemsOf(scored, part).map(({ code }) => code))
  return (
    <>
      <PageHead
        tab={words('compare')}
        above={<BackToTask id={id} />}
        title={words('besideTitle', { part: names.value('AssessmentPart', part) })}
        below={words('besideHint')}
      />
      <Said error={save.error} />
      <div className="stack">
        {differing.map((item) => (
          <fieldset key={item.code} className="sheet beside">
            <legend>{say(item.ask)}</legend>
            {texts.map((text, place) => (
              <Choice
                key={place}
                name={item.code}
                title={place === 0 ? words('newestOf', { revision: sheet.revision, at: written(text.written_at) }) : words('besideOf', { at: written(text.written_at) })}
                mark={markIn(text, item.code)}
                on={(chosen[item.code] ?? 0) === place}
                onChoose={() => setChosen({ ...chosen, [item.code]: place })}
              />
            ))}
          </fieldset>
        ))}
        {differing.length === 0 && <p className="sheet empty">{words('besideSame')}</p>}
      </div>
      <div className="form-foot">
        <button type="button" className="button primary" disabled={save.sending} onClick={save.save}>
          {words('saveChosen')}
        </button>
      </div>
    </>
  )
}

function Choice({ name, title, mark, on, onChoose }: { name: string; title: string; mark: Mark | undefined; on: boolean; onChoose: () => void }) {
  const words = useTranslations('assess')
  return (
    <label className={on ? 'level on' : 'level'}>
      <input type="radio" name={name} checked={on} onChange={onChoose} />
      <span>
        <span className="small quiet">{title}</span>
        <span className="level-anchor">{mark ? mark.note : words('notMarked')}</span>
      </span>
      <b className="level-points">{mark ? mark.points : '—'}</b>
    </label>
  )
}

function markIn(text: SheetText, code: string): Mark | undefined {
  return text.marks.find(({ item }) => item === code)
}

/** Saves what was chosen as the newest revision, which clears what lay beside. Extra points that either claims stay claimed. */
function useChosen(id: string, part: Part, sheet: Sheet, textOf: (code: string) => SheetText, codes: string[]) {
  const me = useMe()
  const today = useOffice()?.today
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { send, sending, error } = useSending()
  const how = { rater: me?.id ?? '', today, show: (of: string, view: CaseView) => showTask(queries, of, view) }
  const save = () =>
    void send(async () => {
      const waiting = draftOf(id, part)
      if (waiting) {
        // Something newer on this device is brought first, and then looked at here, too.
        await deliver(waiting, how)
        return
      }
      const marks = codes.flatMap((code) => markIn(textOf(code), code) ?? [])
      const claims = new Map([...sheet.beside, sheet.text].flatMap(({ bonuses }) => bonuses.map((claim) => [claim.code, claim] as const)))
      writeDraft({ case: id, part, based_on: sheet.revision, marks, bonuses: [...claims.values()], at: new Date().toISOString() })
      const draft = draftOf(id, part)
      if (draft) await deliver(draft, how)
      await navigate({ to: '/tasks/$id/score/$part', params: { id, part } })
    })
  return { save, sending, error }
}
