import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';

interface PagerProps {
  readonly shown: number;
  readonly total: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The next page by its cursor; the address holds it, so *back* is the page before. */
export function Pager({ shown, total, pageInfo }: PagerProps): ReactNode {
  const { t } = useTranslation('common');
  const [params, setParams] = useSearchParams();
  const { state } = useLocation() as { readonly state: unknown };
  const go = (after: string | null): void =>
    setParams(
      (last) => {
        const next = new URLSearchParams(last);
        if (after === null) next.delete('after');
        else next.set('after', after);
        return next;
      },
      { state },
    );
  return (
    <nav className="row pager" aria-label={t('pager.label')}>
      <span className="s12 mut">{t('pager.shown', { shown, total })}</span>
      <span className="sp" />
      {params.has('after') ? (
        <button type="button" className="btn sm" onClick={() => go(null)}>
          {t('pager.first')}
        </button>
      ) : null}
      {pageInfo.hasNextPage ? (
        <button type="button" className="btn sm" onClick={() => go(pageInfo.endCursor)}>
          {t('pager.next')}
        </button>
      ) : null}
    </nav>
  );
}
