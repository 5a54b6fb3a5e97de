// What happened in the case, newest first.
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'
import { timelineQuery } from './read'

export function History({ id, most }: { id: string; most?: number }) {
  const words = useTranslations('case')
  const message = useMessage()
  const { day } = useDays()
  const timeline = useQuery(timelineQuery(id))
  return (
    <Sheet title={most ? words('recent') : words('history')}>
      <Reading of={timeline} rows={3}>
        {(lines) => (
          <table className="small">
            <caption className="unseen">{words('history')}</caption>
            <tbody>
              {[...lines]
                .reverse()
                .slice(0, most)
                .map((line) => (
                  <tr key={line.version}>
                    <td className="nowrap quiet">{day(line.on)}</td>
                    <td>{message(line.headline)}</td>
                    <td className="nowrap quiet right">{line.by}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Reading>
    </Sheet>
  )
}
