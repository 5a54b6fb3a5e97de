// The decision, on the same page as what it rests on: approve, send back with a reason, or refuse with reasons by the law.
// Which of them may be taken, and what each asks for, the service says.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { ActForm } from '../acts/act-form'
import { linesOf, type ActLine } from '../acts/model'
import { ObstacleList } from '../acts/obstacles'
import { CaseHead } from '../case/case-head'
import { actsQuery, type WholeCase } from '../case/read'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'

/** The acts that answer a proposal, the usual one first. */
const DECISIONS = ['approve', 'return_proposal', 'refuse']

export function Decide({ id, view }: { id: string; view: WholeCase }) {
  const words = useTranslations('approvals')
  const acts = useQuery(actsQuery(id))
  return (
    <Sheet title={words('decide')}>
      <div className="body decide">
        <Reading of={acts}>
          {(answer) => {
            const lines = linesOf(answer)
            return <Choose id={id} view={view} lines={lines} />
          }}
        </Reading>
        <p className="small quiet">{words('binds', { version: view.version })}</p>
      </div>
    </Sheet>
  )
}

function Choose({ id, view, lines }: { id: string; view: WholeCase; lines: ActLine[] }) {
  const words = useTranslations('approvals')
  const message = useMessage()
  const navigate = useNavigate()
  const decisions = DECISIONS.flatMap((each) => lines.filter(({ act: other, allowed }) => other === each && allowed))
  const [act, setAct] = useState<string>()
  const chosen = decisions.find((line) => line.act === act)
  const titleOf = (other: string) => {
    const found = lines.find((line) => line.act === other)
    return found && message(found.title)
  }
  if (decisions.length === 0) return <p className="quiet">{words('waitsNot')}</p>
  return (
    <>
      <fieldset className="field">
        <legend className="unseen">{words('decide')}</legend>
        <div>
          {decisions.map((line) => (
            <label className="choice" key={line.act}>
              <input type="radio" name="decision" checked={line.act === act} onChange={() => setAct(line.act)} />
              <span className="medium">{message(line.title)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {chosen?.standing === 'blocked' && <ObstacleList id={id} obstacles={chosen.obstacles} what={message(chosen.title)} titleOf={titleOf} />}
      {chosen?.standing === 'open' && (
        <ActForm key={chosen.act} id={id} view={view} line={chosen} head={<CaseHead view={view} large />} onDone={() => void navigate({ to: '/cases/$id', params: { id } })} />
      )}
    </>
  )
}
