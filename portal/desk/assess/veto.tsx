// A veto is proposed: which of the set's, on what facts and evidence. It counts only once the leader has confirmed it.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAct } from '../acts/send'
import { useCaseChanged } from '../case/read'
import { useNames } from '../parts/names'
import { say as announce } from '../parts/notice'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { ChangedMeanwhile } from './part'
import { evidenceOf, scoredOf, useTask, type Scored, type Task } from './read'
import { useWording } from './wording'
import './assess.css'

export function Veto() {
  const { id = '' } = useParams({ strict: false })
  const read = useTask(id)
  return (
    <Reading of={read} page>
      {(task) => {
        const scored = task ? scoredOf(task) : undefined
        return task && scored ? <Proposal id={id} task={task} scored={scored} /> : <NotFound />
      }}
    </Reading>
  )
}

function Proposal({ id, task, scored }: { id: string; task: Task; scored: Scored }) {
  const words = useTranslations('assess')
  const navigate = useNavigate()
  const changed = useCaseChanged()
  const [code, setCode] = useState<string>()
  const [facts, setFacts] = useState('')
  const [effect, setEffect] = useState('')
  const [evidence, setEvidence] = useState<number[]>([])
  const { act, sending, error, asked, put } = useAct(() => {
    announce(id, words('vetoProposed'))
    void changed(id).then(() => navigate({ to: '/tasks/$id/$tab', params: { id, tab: 'report' } }))
  })
  const send = () =>
    void act({
      path: `/v1/cases/${id}/assessment/vetoes`,
      version: task.version,
      body: { code, facts, evidence, ...(effect && { effect_on_child: effect }) },
    })
  return (
    <>
      <PageHead
        title={words('proposeVeto')}
        tab={words('proposeVeto')}
        above={
          <Link to="/tasks/$id/$tab" params={{ id, tab: 'report' }}>
            ‹ {words('backToTask')}
          </Link>
        }
        below={words('vetoHint')}
      />
      <form
        noValidate
        className="form"
        aria-label={words('proposeVeto')}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Said error={error} />
        {asked === 'merge' && <ChangedMeanwhile onReadAgain={() => void changed(id).then(put)} />}
        <Codes scored={scored} code={code} onCode={setCode} />
        <Text label={words('vetoFacts')} value={facts} onText={setFacts} />
        <Text label={words('vetoEffect')} hint={words('vetoEffectHint')} value={effect} onText={setEffect} />
        <Pieces scored={scored} chosen={evidence} onChoose={setEvidence} />
        <div className="form-foot">
          <button className="button primary" disabled={sending || code === undefined}>
            {words('proposeVeto')}
          </button>
        </div>
      </form>
    </>
  )
}

function Codes({ scored, code, onCode }: { scored: Scored; code: string | undefined; onCode: (code: string) => void }) {
  const words = useTranslations('assess')
  const frame = useTranslations('frame')
  const names = useNames()
  const say = useWording()
  const name = useId()
  return (
    <fieldset className="levels">
      <legend>{words('vetoes')}</legend>
      {scored.set.vetoes.map((veto) => (
        <div key={veto.code} className={veto.code === code ? 'level on' : 'level'}>
          <label>
            <input type="radio" name={name} checked={veto.code === code} onChange={() => onCode(veto.code)} />
            <span>
              <b>{say(veto.name)}</b>
              <span className="level-anchor">{say(veto.what)}</span>
              <span className="small quiet">{words('demanded', { kinds: veto.evidence.map((kind) => names.value('IndicatorEvidence', kind)).join(frame('comma')) })}</span>
            </span>
            <b className="level-points">{veto.code}</b>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

function Text({ label, hint, value, onText }: { label: string; hint?: string; value: string; onText: (text: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && <p className="hint">{hint}</p>}
      <textarea id={id} className="input" rows={3} value={value} onChange={(event) => onText(event.target.value)} />
    </div>
  )
}

function Pieces({ scored, chosen, onChoose }: { scored: Scored; chosen: number[]; onChoose: (chosen: number[]) => void }) {
  const words = useTranslations('assess')
  const names = useNames()
  const tick = (number: number, on: boolean) => onChoose(on ? [...chosen, number] : chosen.filter((each) => each !== number))
  return (
    <fieldset className="field evidence">
      <legend>{words('evidence')}</legend>
      {evidenceOf(scored).map((piece) => (
        <label key={piece.number} className="choice">
          <input type="checkbox" checked={chosen.includes(piece.number)} onChange={(event) => tick(piece.number, event.target.checked)} />
          <span>
            {piece.number} {piece.what} <span className="small quiet">{names.value('IndicatorEvidence', piece.kind)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
