import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MembersToCompareDocument, NoteSamePersonDocument, type MembersToCompareQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { Loaded } from '../../../components/states/loaded';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

type Member = MembersToCompareQuery['members']['edges'][number]['node'];

/** Two accounts of one natural person: she never counts as the second person for what she did under the other. */
export function SamePerson(): ReactNode {
  const { t } = useTranslation('samePerson');
  const read = useRead(MembersToCompareDocument, {});
  return (
    <Card title={t('title')}>
      <Loaded of={read}>{({ members }) => <SamePersonForm members={members.edges.map(({ node }) => node)} />}</Loaded>
    </Card>
  );
}

function SamePersonForm({ members }: { readonly members: readonly Member[] }): ReactNode {
  const { t } = useTranslation('samePerson');
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const { run, isRunning } = useCommand(NoteSamePersonDocument);
  const isReady = one !== '' && other !== '' && one !== other && !isRunning;
  return (
    <div className="stack" style={{ gap: 12, padding: '0 14px 14px', maxWidth: 560 }}>
      <p className="mut">{t('help')}</p>
      <MemberSelect label={t('one')} members={members} value={one} onChange={setOne} />
      <MemberSelect label={t('other')} members={members} value={other} onChange={setOther} />
      <div>
        <ActButton
          label={t('note')}
          className="btn"
          isRunning={!isReady}
          confirm={t('confirm')}
          act={() => run({ id: one, otherId: other })}
          doneText={t('noted')}
        />
      </div>
    </div>
  );
}

interface MemberSelectProps {
  readonly label: string;
  readonly members: readonly Member[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function MemberSelect({ label, members, value, onChange }: MemberSelectProps): ReactNode {
  const { t } = useTranslation('common');
  return (
    <label className="field">
      <span className="lab">{label}</span>
      <select className="inp" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" />
        {members.map(({ id, displayName, login, role }) => (
          <option key={id} value={id}>
            {`${displayName}（${login}，${t(`role.${role}`)}）`}
          </option>
        ))}
      </select>
    </label>
  );
}
