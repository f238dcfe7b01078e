#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The system calls whose names are those of methods here.
package enum SystemCall {
    /// The count of bytes read from a place in a file, or less than 0 and `errno`.
    @unsafe
    static func read(_ descriptor: Int32, at place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(place))
    }

    /// The count of bytes read from where a descriptor stands, or less than 0 and `errno`.
    @unsafe
    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    /// Writes all bytes, however often a signal interrupts; 0, or the error's number.
    package static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
        var done = 0
        while done < bytes.count {
            let written = write(descriptor, bytes[done...])
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            done += written
        }
        return 0
    }

    /// The count of bytes written, or less than 0 and `errno`.
    private static func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
        // Sound: the call reads the slice's bytes, as many as there are, only while it runs.
        unsafe bytes.withUnsafeBytes { buffer in
            #if canImport(Glibc)
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
            #else
                unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
    }

    /// The system's words for an error number.
    package static func message(_ code: Int32) -> String {
        // Sound: the C library's string lives until the next call on this thread; it is copied.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
