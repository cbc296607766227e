import { encodeUtf8 } from 'lib0/string'

/**
 * Preset dictionary of the deflate streams in both directions, part of the protocol's version: text that small
 * messages are made of, the most frequent last, where matches cost least. Changing a byte makes a new protocol.
 */
export const DICTIONARY: Uint8Array = encodeUtf8(
  [
    'trồng trọt, chăn nuôi, dồn điền đổi thửa, vệ sinh môi trường, an ninh trật tự, hộ nghèo, cận nghèo, gia đình chính sách, ',
    'đường giao thông nội đồng, kênh mương, nhà văn hóa khu dân cư, hiến đất, quỹ vì người nghèo, bảo hiểm y tế, chuyển đổi số, ',
    'xây dựng nông thôn mới, quy ước khu dân cư, phát triển kinh tế, thu nhập, giảm nghèo, phòng chống dịch bệnh, tiêm phòng, ',
    'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, tự phê bình và phê bình, đoàn kết thống nhất, nêu gương, ',
    'Mặt trận Tổ quốc, Hội Nông dân, Hội Phụ nữ, Hội Cựu chiến binh, Đoàn Thanh niên, Hội Người cao tuổi, Đảng ủy xã, chi ủy, ',
    'đảng viên chính thức, đảng viên dự bị, bí thư, phó bí thư, chi bộ, sinh hoạt chi bộ thường kỳ, sinh hoạt chuyên đề, ',
    'Đánh giá kết quả lãnh đạo thực hiện nhiệm vụ tháng, Phương hướng, nhiệm vụ tháng, Tổ chức thực hiện, Kết quả chấm điểm, ',
    'công tác chính trị tư tưởng, nhiệm vụ chính trị, biểu dương, nhắc nhở, hạn chế và nguyên nhân, chủ trì, báo cáo, ',
    'trước ngày, đến ngày, phân công đồng chí, phụ trách, hoàn thành, chưa hoàn thành, đang thực hiện, thường xuyên, ',
    'nhân dân, vận động, tuyên truyền, kiểm tra, giám sát, thực hiện, lãnh đạo, xây dựng, tổ chức, các hộ, trong tháng, ',
    'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Văn Thị Đức Minh Quang Hữu Xuân Thanh Ngọc Hồng Thu ',
    'draftingGroup committee allMembers named people title month template monthly schema stage draft comments ready ',
    'resolutionStarted resolutionRenamed draftingGroupSet stageMoved startResolution moveResolution renameResolution ',
    'announcementPublished announcementWithdrawn publishAnnouncement withdrawAnnouncement notice slug body when where ',
    'excerpt words startedBy changedAt publishedBy withdrawn birthYear official probationary exempt temporarilyOut ',
    'temporarilyIn suspended secretary deputy committee officer status duties unit parent cellKind village superior ',
    'framehello serverTime lineage app framereceipt bytes signature frameroster frameend more safeUpTo ',
    'verdicts verdict accepted refused held code batchHash deviceSeq receivedAt framerows rows framerecords records ',
    'framechanges events documents digests digest cursor before update own touches blocks inserted deleted removed ',
    'record kind resolution type v actor by person device claimedAt receivedAt seq data scope cell/ office/ own/ ',
    'content block w(bold italic heading bullet number depth table row cell derived taskResults attendance',
  ].join(''),
)
