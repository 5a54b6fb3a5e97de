// What is in the way of an act: every rule in words, with its article.
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import type { Obstacle } from './model'

export function ObstacleList({ obstacles, what }: { obstacles: Obstacle[]; what: string }) {
  const words = useTranslations('form')
  const message = useMessage()
  return (
    <div className="summary law">
      <h2>{words('notNow', { what, count: obstacles.length })}</h2>
      <ul>
        {obstacles.map((obstacle, place) => (
          <li key={place}>
            <span>{message(obstacle.message)}</span>
            <span className="micro">{obstacle.citation}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
