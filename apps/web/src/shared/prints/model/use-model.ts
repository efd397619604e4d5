import { useQuery } from '@tanstack/react-query';
import { Box3, Mesh, Vector3, type Object3D } from 'three';
import { ThreeMFLoader } from 'three/addons/loaders/3MFLoader.js';
import { STLLoader } from 'three/addons/loaders/STLLoader.js';
import type { PrintJob } from '#libs/contracts';
import { queryKeys } from '../../api/query-keys.js';
import { problemFrom } from '../../api/problem.js';

export interface LoadedModel {
  readonly object: Object3D;
  /** Along x, y and z; millimetres. */
  readonly size: Readonly<Vector3>;
}

/** The model that was sent, ready to be shown; its address names the content, so it is asked for once. */
export function useModel({ url, format }: NonNullable<PrintJob['model']>) {
  return useQuery({
    queryKey: [queryKeys.model, url],
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }): Promise<LoadedModel> => {
      const response = await fetch(url, { signal });
      if (!response.ok) throw problemFrom(response.status, await response.text());
      const bytes = await response.arrayBuffer();
      const object = format === 'STL' ? new Mesh(new STLLoader().parse(bytes)) : new ThreeMFLoader().parse(bytes);
      return { object, size: new Box3().setFromObject(object).getSize(new Vector3()) };
    },
  });
}
