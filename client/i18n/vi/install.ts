export const install = {
  title: 'Cài sổ lên màn hình',
  intro:
    'Cài rồi, sổ mở bằng một biểu tượng như các ứng dụng khác, và máy giữ sổ chắc hơn khi thiếu chỗ. Không tải từ kho ứng dụng, không tốn thêm mạng.',
  installed: 'Sổ đã cài trên máy này',
  installedBody: 'Đồng chí mở bằng biểu tượng “Sổ Chi bộ” trên màn hình.',
  aroundHeading: 'Đang mở trong {app}',
  aroundBody:
    'Trình duyệt bên trong {app} không cài và không giữ được sổ. Đồng chí mở địa chỉ này bằng Chrome hoặc Samsung Internet.',
  openChrome: 'Mở bằng Chrome',
  copyAddress: 'Sao chép địa chỉ',
  offer: 'Cài bằng một nút',
  offerBody: 'Máy này cài được ngay. Bấm nút dưới đây, rồi bấm “Cài đặt” khi máy hỏi.',
  installNow: 'Cài sổ',
  'way.chrome': 'Bằng Chrome',
  'way.samsung': 'Bằng Samsung Internet',
  'way.iphone': 'Trên iPhone, bằng Safari',
  'way.other': 'Bằng trình duyệt khác',
  chromeMenu: 'Bấm dấu ba chấm ở góc trên bên phải.',
  chromeAdd: 'Bấm “Thêm vào màn hình chính”.',
  chromeInstall: 'Bấm “Cài đặt”, rồi bấm “Cài đặt” lần nữa khi máy hỏi.',
  samsungMenu: 'Bấm dấu ba gạch ở góc dưới bên phải.',
  samsungAdd: 'Bấm “Thêm trang vào”.',
  samsungHome: 'Chọn “Màn hình chờ”, rồi bấm “Thêm”.',
  iphoneShare: 'Bấm dấu chia sẻ ở giữa, phía dưới.',
  iphoneAdd: 'Kéo xuống, bấm “Thêm vào MH chính”, rồi bấm “Thêm”.',
  otherMenu:
    'Mở mục lục của trình duyệt, tìm dòng “Cài đặt ứng dụng” hoặc “Thêm vào màn hình chính”. Có trình duyệt không có dòng này; khi đó dùng Chrome.',
  stepIcon: 'Từ nay mở sổ bằng biểu tượng này.',
  drawn: 'Hình vẽ để dễ tìm; trên máy của đồng chí, chữ và màu có thể khác đôi chút.',
  withoutHeading: 'Không cài thì sao?',
  without:
    'Sổ vẫn dùng được trong trình duyệt, cả khi không có mạng. Chỉ nhớ đừng xóa dữ liệu của trình duyệt khi còn phần chưa gửi.',
} as const
