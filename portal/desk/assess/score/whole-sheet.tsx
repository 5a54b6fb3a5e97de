// The whole sheet: looked over before it is sent, and read as it stands afterwards.
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { post } from '../../acts/send'
import { useDays } from '../../parts/days'
import { useNames } from '../../parts/names'
import { say as announce } from '../../parts/notice'
import { PageHead } from '../../parts/page'
import { Sheet as Paper } from '../../parts/sheet'
import { useMe } from '../../session/state'
import { readCase } from '../device/delivery'
import { draftOf } from '../device/drafts'
import { useOnline } from '../device/network'
import { BackToTask, BesideFirst, OfPart } from '../part'
import { groupsOf, readAnew, sheetOf, type Mark, type Part, type Scored } from '../read'
import { SetMark } from '../set-mark'
import { useWording } from '../wording'
import { Bonuses } from './bonuses'
import { SheetFaults } from './faults'
import { Standing } from './standing'
import { useSavedOnLeaving, useSheet } from './use-sheet'
import '../assess.css'

export function WholeSheet() {
  return <OfPart>{({ id, part, scored }) => <Whole id={id} part={part} scored={scored} />}</OfPart>
}

function Whole({ id, part, scored }: { id: string; part: Part; scored: Scored }) {
  const words = useTranslations('assess')
  const names = useNames()
  const { day } = useDays()
  const sheet = useSheet(id, scored, part)
  const sent = sheet.own?.sent_on
  useSavedOnLeaving(sheet, id, part)
  const send = useSend(id, part, sheet)
  const online = useOnline()
  const save = () => void sheet.save()
  return (
    <>
      <PageHead
        tab={words('tab')}
        above={<BackToTask id={id} />}
        title={words('sheetOf', { part: names.value('AssessmentPart', part) })}
        below={sent ? words('sentStands', { day: day(sent) }) : words('sendHint')}
      />
      <SetMark set={scored.set} />
      <SheetFaults id={id} part={part} scored={scored} error={sheet.error} />
      {!sent && <BesideFirst id={id} part={part} own={sheet.own} />}
      <div className="stack">
        <Points id={id} part={part} scored={scored} marks={sheet.marks} fixed={Boolean(sent)} />
        {part === 'capability' && <Bonuses scored={scored} claimed={sheet.bonuses} fixed={Boolean(sent)} onClaim={sheet.claim} />}
      </div>
      {!sent && (
        <div className="form-foot">
          <Standing own={sheet.own} draft={sheet.draft} />
          <button type="button" className="button" disabled={sheet.sending || !sheet.draft} onClick={save}>
            {words('saveDraft')}
          </button>
          <button type="button" className="button primary" disabled={sheet.sending || !online} onClick={() => void send()}>
            {words('send')}
          </button>
        </div>
      )}
    </>
  )
}

/** What was written goes first; then the revision that came of it is sent, unless something lies beside it. */
function useSend(id: string, part: Part, sheet: ReturnType<typeof useSheet>) {
  const words = useTranslations('assess')
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return () =>
    sheet.run(async () => {
      const draft = draftOf(id, part)
      if (draft && (await sheet.bring(draft)) === 'beside') return
      const view = await readCase(id)
      const scored = 'assessment' in view ? view.assessment.scored : undefined
      const revision = scored ? (sheetOf(scored, part, me?.id ?? '')?.revision ?? 0) : 0
      await post({ path: `/v1/cases/${id}/assessment/sheets`, version: view.version, body: { part, revision } }, crypto.randomUUID())
      await queries.invalidateQueries(readAnew(id))
      announce(id, words('sheetSent'))
      await navigate({ to: '/tasks/$id', params: { id } })
    })
}

interface PointsProps {
  id: string
  part: Part
  scored: Scored
  marks: Mark[]
  fixed: boolean
}

function Points({ id, part, scored, marks, fixed }: PointsProps) {
  const words = useTranslations('assess')
  const say = useWording()
  return (
    <Paper title={words('items')} aside={<span className="small quiet">{words('markedOf', { marked: marks.length, all: groupsOf(scored, part).flatMap(({ items }) => items).length })}</span>}>
      <div className="scroller" role="region" aria-label={words('items')} tabIndex={0}>
        <table className="points">
          <thead>
            <tr>
              <th scope="col">{words('item')}</th>
              <th scope="col" className="number">
                {words('points')}
              </th>
              <th scope="col">{words('why')}</th>
            </tr>
          </thead>
          {groupsOf(scored, part).map((group) => (
            <tbody key={group.code}>
              <tr className="group">
                <th colSpan={3} scope="rowgroup">
                  {say(group.name)}
                </th>
              </tr>
              {group.items.map((item) => {
                const mark = marks.find((each) => each.item === item.code)
                return (
                  <tr key={item.code}>
                    <td>
                      {fixed ? (
                        say(item.ask)
                      ) : (
                        <Link to="/tasks/$id/score/$part/$item" params={{ id, part, item: item.code }}>
                          {say(item.ask)}
                        </Link>
                      )}
                    </td>
                    <td className="number">{mark ? `${mark.points} / ${item.max}` : item.not_applicable_if ? words('maybe') : '—'}</td>
                    <td className="small quiet">{mark?.note}</td>
                  </tr>
                )
              })}
            </tbody>
          ))}
        </table>
      </div>
    </Paper>
  )
}
