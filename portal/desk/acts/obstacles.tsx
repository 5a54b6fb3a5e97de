// What is in the way of an act: every rule in words, with its article and what cures it.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { useNames } from '../parts/names'
import type { Cure, Obstacle } from './model'

export interface ObstacleProps {
  id: string
  obstacle: ToldObstacle
  titleOf: (act: string) => string | undefined
}

/** One rule in one wording, with everything that cures it: for each of the parties it concerns. */
export interface ToldObstacle extends Pick<Obstacle, 'message' | 'citation'> {
  cures: Cure[]
}

/** What tells obstacles apart: the rule in words and its article. */
export const wordingOf = ({ message, citation }: Pick<Obstacle, 'message' | 'citation'>) => message.zh + citation.zh

/** The obstacles of one wording as one. */
export function toldOnce(obstacles: Obstacle[]): ToldObstacle[] {
  const told = new Map<string, ToldObstacle>()
  for (const { message, citation, cure } of obstacles) {
    const key = wordingOf({ message, citation })
    const one = told.get(key) ?? { message, citation, cures: [] }
    if (cure && !one.cures.some((other) => JSON.stringify(other) === JSON.stringify(cure))) one.cures.push(cure)
    told.set(key, one)
  }
  return [...told.values()]
}

export function ObstacleList({ id, obstacles, what, titleOf }: Omit<ObstacleProps, 'obstacle'> & { obstacles: Obstacle[]; what: string }) {
  const words = useTranslations('form')
  const told = toldOnce(obstacles)
  return (
    <div className="summary law">
      <h2>{words('notNow', { what, count: told.length })}</h2>
      <ul>
        {told.map((obstacle) => (
          <li key={wordingOf(obstacle)}>
            <ObstacleText id={id} obstacle={obstacle} titleOf={titleOf} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One obstacle: the rule in words, the article, the way to its cure. */
export function ObstacleText({ id, obstacle, titleOf }: ObstacleProps) {
  const message = useMessage()
  return (
    <>
      <p>{message(obstacle.message)}</p>
      <p className="micro">{message(obstacle.citation)}</p>
      {obstacle.cures.length > 0 && (
        <div className="cures">
          {obstacle.cures.map((cure) => (
            <CureLink key={JSON.stringify(cure)} id={id} cure={cure} title={cure.act ? titleOf(cure.act) : undefined} />
          ))}
        </div>
      )}
    </>
  )
}

function CureLink({ id, cure, title }: { id: string; cure: Cure; title: string | undefined }) {
  const words = useTranslations('form')
  const names = useNames()
  if (cure.kind === 'wait') return <p className="small quiet">{words('cures.wait')}</p>
  if (cure.kind === 'print') {
    return (
      <Link to="/cases/$id/$tab" params={{ id, tab: 'documents' }} className="cure">
        {words('cures.print')}
      </Link>
    )
  }
  if (cure.act === 'verify_paper' && cure.number) {
    return (
      <Link to="/cases/$id/papers/$number/verify" params={{ id, number: String(cure.number) }} className="cure">
        {words('cures.verify')}
      </Link>
    )
  }
  if (!cure.act) return null
  const { paper, party, number } = cure
  return (
    <Link to="/cases/$id/acts/$act" params={{ id, act: cure.act }} search={{ ...(paper && { paper }), ...(party && { party }), ...(number && { number }) }} className="cure">
      {[title ?? words('cures.paper'), paper && names.value('PaperKind', paper), party && names.value('Party', party)].filter(Boolean).join(' · ')}
    </Link>
  )
}
