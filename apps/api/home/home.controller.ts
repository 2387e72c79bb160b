import { Controller, Get, Header, Inject } from '@nestjs/common';
import { EngineHost } from '../engine/engine-host.js';
import type { EngineState } from '../engine/engine-link.js';
import { Public } from '../http/rights.js';

const ENGINE: Readonly<Record<EngineState, { readonly vi: string; readonly en: string }>> = {
  up: { vi: 'đang chạy', en: 'running' },
  joining: { vi: 'đang kết nối; vẫn làm việc được', en: 'joining; work is already possible' },
  down: {
    vi: 'tạm ngừng; vẫn làm việc được, việc theo thời gian sẽ bù sau',
    en: 'away; work goes on, what time brings is caught up later',
  },
};

const pageOf = (engine: EngineState): string => `<!doctype html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Vinh Danh</title>
  <style>
    body { font: 16px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.25rem; color: #1d2129; }
    h1 { color: #9c1c1c; margin-bottom: 0; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1.5rem; }
    dd { margin: 0; } small { color: #5a6270; } a { color: #9c1c1c; }
  </style>
</head>
<body>
  <main>
    <h1>Vinh Danh</h1>
    <p>Hệ thống quản lý công tác thi đua, khen thưởng.<br><small lang="en">Emulation and commendation work.</small></p>
    <dl>
      <dt>Ứng dụng <small lang="en">Application</small></dt><dd>đang chạy · <span lang="en">running</span></dd>
      <dt>Theo dõi thời hạn tự động <small lang="en">Engine</small></dt><dd>${ENGINE[engine].vi} · <span lang="en">${ENGINE[engine].en}</span></dd>
    </dl>
    <ul>
      <li><a href="/api/docs">Tài liệu API</a> · <span lang="en">API reference, to read and to try</span></li>
      <li><a href="/api/v1/public/decisions">Quyết định khen thưởng đã công khai</a> · <span lang="en">published award decisions</span></li>
      <li><a href="/health/ready">Tình trạng</a> · <span lang="en">readiness</span></li>
    </ul>
  </main>
</body>
</html>
`;

@Controller()
export class HomeController {
  constructor(@Inject(EngineHost) private readonly engine: EngineHost) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Public('What runs here, and where to look.')
  async home(): Promise<string> {
    return pageOf(await this.engine.state());
  }
}
