import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChangeSeries,
  CreateSeries,
  Series,
  SeriesChangePreview,
  SeriesList,
  SeriesPreview,
  SeriesScope,
} from '#libs/contracts';
import { api, newIdempotencyKey } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** A series to be made; the API fills in how conflicts are dealt with when one only looks. */
export type SeriesRequest = Omit<CreateSeries, 'mode'> & Partial<Pick<CreateSeries, 'mode'>>;

/** A hub's series that have dates to come. */
export function useSeriesList(hub: string) {
  return useQuery({
    queryKey: [queryKeys.bookings, 'series', hub],
    queryFn: ({ signal }) => api.get<SeriesList>(`/series?${new URLSearchParams({ hub })}`, signal),
  });
}

export function useSeries(id: string) {
  return useQuery({
    queryKey: [queryKeys.bookings, 'one-series', id],
    queryFn: ({ signal }) => api.get<Series>(`/series/${encodeURIComponent(id)}`, signal),
  });
}

/** Every date of a series with what stands in its way; writes nothing. */
export function useSeriesPreview() {
  return useMutation({ mutationFn: (series: SeriesRequest) => api.post<SeriesPreview>('/series/preview', series) });
}

/** Done only when what is on the page has been read anew, so that the dates are never older than the word of success. */
function useChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  const changed = [queryKeys.bookings, queryKeys.availability, queryKeys.board];
  return () => Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

export function useCreateSeries() {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: (series: SeriesRequest) => api.post<Series>('/series', series, { idempotencyKey: newIdempotencyKey() }),
    onSettled,
  });
}

/** A series as far as its title is concerned. */
export type TitledSeries = Pick<Series, 'version' | 'publicTitle'>;

export function useRetitle(id: string) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: ({ version, publicTitle }: TitledSeries) =>
      api.patch<TitledSeries>(`/series/${id}`, { publicTitle }, { version }),
    onSettled,
  });
}

/** What is done with which dates of a series. */
export interface DateChange {
  bookingId: string;
  scope: SeriesScope;
  change: ChangeSeries;
}

const pathOf = (id: string, { bookingId }: DateChange) => `/series/${id}/instances/${bookingId}`;

/** Over the series as it was read, and over no other. */
export function useDateChangePreview({ id, version }: Series) {
  return useMutation({
    mutationFn: (date: DateChange) =>
      api.post<SeriesChangePreview>(`${pathOf(id, date)}/preview?scope=${date.scope}`, date.change, { version }),
  });
}

export function useChangeDates({ id, version }: Series) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: (date: DateChange) =>
      api.patch<Series>(`${pathOf(id, date)}?scope=${date.scope}`, date.change, { version }),
    onSettled,
  });
}
