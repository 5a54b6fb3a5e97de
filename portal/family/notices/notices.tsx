// 公告: children whose parents are searched for, as the newspaper printed it, and a way to come forward.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Icon } from '../frame/icon'
import { Page } from '../frame/page'
import { OfficeCall } from '../parts/office-call'
import { Reading } from '../parts/reading'
import { useNotices } from '../service'

export default function Notices() {
  const words = useTranslations('notices')
  const language = useLanguage()
  const notices = useNotices()
  return (
    <Page title={words('title')} heading={words('heading')}>
      <p className="quiet lead">{words('lead')}</p>
      <Reading of={notices}>
        {({ notices: running, more }) => (
          <>
            {running.length === 0 && <p className="note">{words('none')}</p>}
            {running.length > 0 && (
              <section className="sheet rows">
                {running.map((notice) => (
                  <Link className="row" href={`/notices/${notice.notice}`} key={notice.notice}>
                    <span>
                      <span className="song">
                        {words('child', { sex: notice.sex, day: showDay(notice.born_on, language) })}
                      </span>
                      <br />
                      <span className="small quiet">{notice.found_at ?? notice.cared_for_by}</span>
                      <br />
                      <span className="small quiet">{words('until', { day: showDay(notice.last_day, language) })}</span>
                    </span>
                    <Icon name="on" />
                  </Link>
                ))}
              </section>
            )}
            {more && <p className="small quiet">{words('more')}</p>}
          </>
        )}
      </Reading>
      <OfficeCall />
    </Page>
  )
}
