// One notice like the sheet of the newspaper it stood in, with the telephone before the form.
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Lost } from '../frame/lost'
import { Page } from '../frame/page'
import { OfficeCall } from '../parts/office-call'
import { Reading } from '../parts/reading'
import { useNotices, type Notice } from '../service'
import { Report } from './report'

export default function NoticePage() {
  const words = useTranslations('notices')
  const { notice: name } = useParams()
  const notices = useNotices()
  const notice = notices.data?.notices.find((one) => one.notice === name)
  if (notices.data && !notice) return <Lost />
  return (
    <Page title={words('title')} heading={words('search')}>
      <Reading of={notices}>{() => notice && <Sheet notice={notice} />}</Reading>
      <h2>{words('know')}</h2>
      <p className="lead">{words('callFirst')}</p>
      <OfficeCall />
      {notice && <Report notice={notice.notice} />}
    </Page>
  )
}

function Sheet({ notice }: { notice: Notice }) {
  const words = useTranslations('notices')
  const language = useLanguage()
  const lines: [string, string | null | undefined][] = [
    [words('name'), notice.child],
    [words('sex'), words('sexOf', { sex: notice.sex })],
    [notice.born_on_estimated ? words('bornAbout') : words('born'), showDay(notice.born_on, language)],
    [words('foundOn'), notice.found_on && showDay(notice.found_on, language)],
    [words('foundAt'), notice.found_at],
    [words('features'), notice.features],
    [words('caredFor'), notice.cared_for_by],
    [words('newspaper'), words('printed', { newspaper: notice.newspaper, day: showDay(notice.published_on, language) })],
  ]
  return (
    <article className="sheet newspaper">
      <dl>
        {lines.map(
          ([term, text]) =>
            text && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="strong">{words('lastDay', { day: showDay(notice.last_day, language) })}</p>
    </article>
  )
}
