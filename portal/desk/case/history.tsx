// What happened in the case, newest first.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { Sheet } from '../parts/sheet'

export function History({ lines, most }: { lines: Schemas['TimelineLine'][]; most?: number }) {
  const words = useTranslations('case')
  const message = useMessage()
  const { day } = useDays()
  return (
    <Sheet title={most ? words('recent') : words('history')}>
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
    </Sheet>
  )
}
