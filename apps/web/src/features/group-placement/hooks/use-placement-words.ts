import { useTranslation } from 'react-i18next';

interface Place {
  readonly title: string;
  readonly enterprise: { readonly name: string };
}

/** How positions and points are written on the screens of group placement. */
export interface PlacementWords {
  readonly place: (position: Place) => string;
  readonly placeOrNone: (position: Place | null) => string;
}

export function usePlacementWords(): PlacementWords {
  const { t } = useTranslation('groupPlacement');
  const place = ({ title, enterprise }: Place): string => t('place', { title, enterprise: enterprise.name });
  return { place, placeOrNone: (position) => (position === null ? t('unplacedWord') : place(position)) };
}
